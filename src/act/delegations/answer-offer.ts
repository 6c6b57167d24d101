import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import type { Act, How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Delegation } from './delegation.ts';
import { day, id } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { findSecretaries, tellAbout } from './tell-about.ts';
import { whyNotAnswer, whyNotChoose } from './why-not-delegate.ts';

/** `askedMembersOn`: the day the leader asked the members; without it nothing is accepted in their name. */
export const answerOfferInput = z
  .object({ organizationId: id, answer: z.enum(['accepted', 'declined'], 'input.choose'), askedMembersOn: day.optional() })
  .refine((input) => input.answer === 'declined' || input.askedMembersOn, { path: ['askedMembersOn'], message: 'delegation.ask-members' });
export type AnswerOffer = z.infer<typeof answerOfferInput>;

/**
 * The leader of a group that was asked accepts, or refuses: freely, no reason is asked. Where one group was asked it has the
 * matter then; in an open call the secretary chooses among those who are willing. Throws Refused by `whyNotAnswer`.
 */
export async function answerOffer(viewer: Viewer, ref: DelegationRef, input: AnswerOffer, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'answer_offer', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAnswer(one, who, input.organizationId));
    await act.trx
      .updateTable('delegation_offers')
      .set({
        answer: input.answer,
        asked_members_on: input.answer === 'accepted' ? (input.askedMembersOn ?? null) : null,
        answered_at: act.now,
        answered_by: viewer.personId,
      })
      .where('community_id', '=', one.communityId)
      .where('delegation_id', '=', one.id)
      .where('organization_id', '=', input.organizationId)
      .execute();
    const offers = await offersOf(act, one);
    const taken = input.answer === 'accepted' && offers.length === 1;
    const nobodyLeft = offers.every(({ answer }) => answer === 'declined');
    const to = taken ? 'accepted' : nobodyLeft ? 'declined' : 'offered';
    await takeStep(act, viewer, one, input.answer, {
      to,
      ...(taken && { set: { organization_id: input.organizationId } }),
      ...(to !== 'offered' && { dueAt: null }),
      data: { organizationId: input.organizationId },
    });
    await tellAbout(act, one, await findSecretaries(act, one.communityId), { template: `offer_${input.answer}` });
    return { stage: to };
  });
}

export const chooseGroupInput = z.object({ organizationId: id });
export type ChooseGroup = z.infer<typeof chooseGroupInput>;

/** In an open call: one of those who are willing, by the published criteria. Throws Refused by `whyNotChoose`. */
export async function chooseGroup(viewer: Viewer, ref: DelegationRef, input: ChooseGroup, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'choose', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotChoose(one, who));
    const willing = (await offersOf(act, one)).some(
      (offer) => offer.organizationId === input.organizationId && offer.answer === 'accepted',
    );
    refuseIf(willing ? null : 'delegation.not-willing');
    await takeStep(act, viewer, one, 'chosen', {
      to: 'accepted',
      set: { organization_id: input.organizationId },
      dueAt: null,
      data: { organizationId: input.organizationId },
    });
    return { stage: 'accepted' };
  });
}

async function offersOf({ trx }: Act, one: Delegation): Promise<{ organizationId: string; answer: string | null }[]> {
  return trx
    .selectFrom('delegation_offers')
    .select(['organization_id as organizationId', 'answer'])
    .where('community_id', '=', one.communityId)
    .where('delegation_id', '=', one.id)
    .execute();
}
