import { z } from 'zod';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { carryTopics } from './carry-topics.ts';
import { countWith, type RollCount } from './count-roll.ts';
import { kindOfMeeting } from './find-meeting-kinds.ts';
import { findUnfinished } from './find-unfinished.ts';
import { tellConcerned } from './issue-notice.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { takeStep } from './record-meeting.ts';
import { sealRoll } from './seal-roll.ts';
import { whyNotCancel, whyNotDeclareInquorate, whyNotEnd, whyNotOpen } from './why-not-meet.ts';

export const reasonInput = z.object({ reason: words(500) });
export type Reason = z.infer<typeof reasonInput>;

/** The quorum is proven by the roll, and the meeting may decide. Throws Missing, Refused by `whyNotOpen`. */
export async function openMeeting(viewer: Viewer, ref: MeetingRef, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.open', input: ref }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, one);
    const count = await countWith(act.trx, one, kind);
    refuseIf(whyNotOpen(one, viewer, { kind, count, now: act.now }));
    const line = await sealRoll(act, viewer, one, count, 'opened');
    await takeStep(act, viewer, one, 'opened', { line });
    await carryTopics(act, viewer, one, 'opened');
    return count;
  });
}

/** Too few came: nothing is decided, and it may be called a second time. Throws Missing, Refused by `whyNotDeclareInquorate`. */
export async function declareInquorate(viewer: Viewer, ref: MeetingRef, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.inquorate', input: ref }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const kind = await kindOfMeeting(act.trx, one);
    const count = await countWith(act.trx, one, kind);
    refuseIf(whyNotDeclareInquorate(one, viewer, { count, now: act.now }));
    const line = await sealRoll(act, viewer, one, count, 'inquorate');
    await takeStep(act, viewer, one, 'inquorate', { line });
    await carryTopics(act, viewer, one, 'inquorate');
    return count;
  });
}

/** It ends; the roll stands as it is. Throws Missing, Refused by `whyNotEnd`. */
export async function closeMeeting(viewer: Viewer, ref: MeetingRef, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.close', input: ref }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotEnd(one, viewer, await findUnfinished(act.trx, one)));
    const count = await countWith(act.trx, one, await kindOfMeeting(act.trx, one));
    const line = await sealRoll(act, viewer, one, count, 'closed');
    await takeStep(act, viewer, one, 'closed', { line });
    await carryTopics(act, viewer, one, 'closed');
    return count;
  });
}

/** It breaks off, with a reason; what is left is for another day. Throws Missing, Refused by `whyNotEnd`. */
export async function adjournMeeting(viewer: Viewer, ref: MeetingRef, { reason }: Reason, how?: How): Promise<RollCount> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.adjourn', input: [ref, reason] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotEnd(one, viewer, await findUnfinished(act.trx, one)));
    const count = await countWith(act.trx, one, await kindOfMeeting(act.trx, one));
    const line = await sealRoll(act, viewer, one, count, 'adjourned');
    await takeStep(act, viewer, one, 'adjourned', { reason, line });
    await carryTopics(act, viewer, one, 'adjourned');
    return count;
  });
}

/** It doesn't take place; whoever was told hears it. Throws Missing, Refused by `whyNotCancel`. */
export async function cancelMeeting(viewer: Viewer, ref: MeetingRef, { reason }: Reason, how?: How): Promise<{ number: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.cancel', input: [ref, reason] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotCancel(one, viewer));
    const called = one.stage === 'called';
    await takeStep(act, viewer, one, 'cancelled', { reason, ...(called && { line: { kind: one.kind } }) });
    if (called) await tellConcerned(act, one, 'meeting.cancelled');
    if (called) await carryTopics(act, viewer, one, 'cancelled');
    return { number: one.number };
  });
}
