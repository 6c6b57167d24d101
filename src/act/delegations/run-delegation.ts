import { z } from 'zod';
import { addWorkingDays } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { How } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import { delegateVoice } from '#listen/voices/index.ts';
import { days } from './delegation.ts';
import { text } from './inputs.ts';
import { withDelegation, type DelegationRef } from './load-delegation.ts';
import { takeStep } from './take-step.ts';
import { findLeaders, tellAbout } from './tell-about.ts';
import { whyNotAnswerHelp, whyNotAskHelp, whyNotBegin, whyNotResume, whyNotSuspend } from './why-not-delegate.ts';

/**
 * The group starts. The voice it came from is now in the group's hands; whoever answers for it still does (L1). Throws
 * Refused by `whyNotBegin`, or while nobody is working on that voice.
 */
export async function beginDelegation(viewer: Viewer, ref: DelegationRef, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'begin', input: null }, how, async ({ act, one, who }) => {
    refuseIf(whyNotBegin(one, who));
    if (one.voiceId) await delegateVoice(act, viewer, { communityId: one.communityId, id: one.voiceId });
    await takeStep(act, viewer, one, 'began', { to: 'active', line: {} });
    return { stage: 'active' };
  });
}

export const wordsInput = z.object({ words: text(600) });
export const reasonInput = z.object({ reason: text(500) });
export type Words = z.infer<typeof wordsInput>;
export type Reason = z.infer<typeof reasonInput>;

/** The group asks its mentor, who owes an answer within two working days. Throws Refused by `whyNotAskHelp`. */
export async function askHelp(viewer: Viewer, ref: DelegationRef, input: Words, how?: How): Promise<{ dueAt: string }> {
  return withDelegation(viewer, ref, { verb: 'ask_help', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAskHelp(one, who));
    const dueAt = addWorkingDays(await currentCalendar(act.trx), act.now, days.help);
    await act.trx
      .insertInto('delegation_helps')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        delegation_id: one.id,
        words: input.words,
        asked_at: act.now,
        asked_by: viewer.personId ?? '',
        due_at: dueAt,
      })
      .execute();
    await takeStep(act, viewer, one, 'help_asked', { to: 'help_requested', dueAt });
    await tellAbout(act, one, [one.mentorId], { template: 'help_asked', deadline: dueAt });
    return { dueAt: dueAt.toISOString() };
  });
}

/** What the mentor does about it. Throws Refused by `whyNotAnswerHelp`. */
export async function answerHelp(viewer: Viewer, ref: DelegationRef, input: Words, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'answer_help', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotAnswerHelp(one, who));
    await act.trx
      .updateTable('delegation_helps')
      .set({ answer: input.words, answered_at: act.now, answered_by: viewer.personId })
      .where('community_id', '=', one.communityId)
      .where('delegation_id', '=', one.id)
      .where('answered_at', 'is', null)
      .execute();
    await takeStep(act, viewer, one, 'help_answered', { to: 'active', dueAt: null });
    await tellAbout(act, one, await findLeaders(act, one.communityId, [one.organizationId ?? '']), { template: 'help_answered' });
    return { stage: 'active' };
  });
}

/** Stopped for a while, with a reason. Throws Refused by `whyNotSuspend`. */
export async function suspendDelegation(viewer: Viewer, ref: DelegationRef, input: Reason, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'suspend', input }, how, async ({ act, one, who }) => {
    refuseIf(whyNotSuspend(one, who));
    await takeStep(act, viewer, one, 'suspended', { to: 'suspended', reason: input.reason, dueAt: null, line: { reason: input.reason } });
    await tellAbout(act, one, await findLeaders(act, one.communityId, [one.organizationId ?? '']), { template: 'suspended' });
    return { stage: 'suspended' };
  });
}

/** It goes on. Throws Refused by `whyNotResume`. */
export async function resumeDelegation(viewer: Viewer, ref: DelegationRef, how?: How): Promise<{ stage: string }> {
  return withDelegation(viewer, ref, { verb: 'resume', input: null }, how, async ({ act, one, who }) => {
    refuseIf(whyNotResume(one, who));
    await takeStep(act, viewer, one, 'resumed', { to: 'active', line: {} });
    await tellAbout(act, one, await findLeaders(act, one.communityId, [one.organizationId ?? '']), { template: 'resumed' });
    return { stage: 'active' };
  });
}
