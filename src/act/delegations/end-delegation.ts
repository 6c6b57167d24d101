import { refuseIf } from '#foundation/refusal.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { takeVoiceBack } from '#listen/voices/index.ts';
import { countAccounts } from './count-accounts.ts';
import type { Delegation } from './delegation.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import type { Reason } from './run-delegation.ts';
import { takeStep } from './take-step.ts';
import { findLeaders, findSecretaries, tellAbout } from './tell-about.ts';
import { whyNotComplete, whyNotGiveBack, whyNotTakeBack } from './why-not-delegate.ts';

/**
 * L6: the group gives the matter back, the same day and without a reason. It returns to whoever answers for the voice, who
 * plans the next step. Throws Refused by `whyNotGiveBack`.
 */
export async function giveBack(viewer: Viewer, ref: DelegationRef, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'give_back', input: null }, how, async ({ act, one, who }) => {
    refuseIf(whyNotGiveBack(one, who));
    await end(act, viewer, one, 'given_back', {});
    return { stage: 'given_back' };
  });
}

/** The secretary takes it back; the reason is published, and the community finishes it. Throws Refused by `whyNotTakeBack`. */
export async function takeBack(viewer: Viewer, ref: DelegationRef, input: Reason, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'take_back', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotTakeBack(one, who));
    await end(act, viewer, one, 'taken_back', { reason: input.reason });
    return { stage: 'taken_back' };
  });
}

/** Done and verified: the accounts are published (L4), the voice goes back to its owner, who answers it. */
export async function completeDelegation(viewer: Viewer, ref: DelegationRef, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'complete', input: null }, how, async ({ act, one, who }) => {
    refuseIf(whyNotComplete(one, who));
    await end(act, viewer, one, 'completed', {});
    return { stage: 'completed' };
  });
}

async function end(
  act: Act,
  viewer: Viewer,
  one: Delegation,
  to: 'given_back' | 'taken_back' | 'completed',
  { reason }: { reason?: string },
): Promise<void> {
  const { communityId } = one;
  const { moneyIn, moneyOut, rest } = await countAccounts(act.trx, one);
  await takeStep(act, viewer, one, to, {
    to,
    reason,
    dueAt: null,
    line: { in: moneyIn, out: moneyOut, rest, ...(reason !== undefined && { reason }) },
  });
  // What the group knew of anybody ends with it (L3).
  await act.trx
    .updateTable('delegation_contacts')
    .set({ ended_at: act.now })
    .where('community_id', '=', communityId)
    .where('delegation_id', '=', one.id)
    .where('ended_at', 'is', null)
    .execute();
  const ownerId = one.voiceId ? await takeVoiceBack(act, { communityId, id: one.voiceId }) : null;
  const leaders = await findLeaders(act, communityId, [one.organizationId ?? '']);
  if (to === 'given_back')
    await tellAbout(act, one, [ownerId, one.mentorId, ...(await findSecretaries(act, communityId))], { template: to });
  else await tellAbout(act, one, [ownerId, ...leaders], { template: to });
}
