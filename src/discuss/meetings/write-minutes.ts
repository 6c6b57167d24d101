import { createHash } from 'node:crypto';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { findMinutes } from './find-minutes.ts';
import { findUnfinished } from './find-unfinished.ts';
import { findOwnEntries } from './find-own-entries.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import { recordMeeting, takeStep } from './record-meeting.ts';
import { whyNotApprove, whyNotPublishMinutes, whyNotWriteMinutes } from './why-not-meet.ts';

/** `minorityView`: what those said who saw it otherwise; stands under the statement. */
export const writeMinutesInput = z.object({ body: words(20_000), minorityView: words(4000).optional() });
export type WriteMinutes = z.infer<typeof writeMinutesInput>;

/** Written, or written anew: then it is approved anew. Throws Missing, Refused by `whyNotWriteMinutes`. */
export async function writeMinutes(viewer: Viewer, ref: MeetingRef, input: WriteMinutes, how?: How): Promise<{ minutesId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.write_minutes', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotWriteMinutes(one, viewer));
    const minutesId = newId(act.now);
    await act.trx
      .insertInto('meeting_minutes')
      .values({
        community_id: one.communityId,
        id: minutesId,
        meeting_id: one.id,
        body: input.body,
        minority_view: input.minorityView ?? null,
        written_at: act.now,
        written_by: viewer.personId ?? '',
      })
      .execute();
    await recordMeeting(act, viewer, one, 'minutes_written');
    return { minutesId };
  });
}

/** `entryId`: a row of the roll that signed the print, entered by the office; without it, the viewer approves on the page. */
export const approveMinutesInput = z.object({ entryId: id.optional() });
export type ApproveMinutes = z.infer<typeof approveMinutesInput>;

/** D12: by somebody who was there and didn't write them. Throws Missing, Refused by `whyNotApprove`. */
export async function approveMinutes(
  viewer: Viewer,
  ref: MeetingRef,
  { entryId }: ApproveMinutes,
  how?: How,
): Promise<{ approvals: number }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.approve_minutes', input: [ref, entryId] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const minutes = await findMinutes(act.trx, one);
    if (entryId !== undefined) refuseIf(whyNotWriteMinutes(one, viewer));
    const own = viewer.personId === null ? [] : await findOwnEntries(act.trx, one, viewer.personId);
    const entry = entryId === undefined ? own.find(({ standing }) => standing === 'present') : await presentEntry(act.trx, one, entryId);
    const attended = entry !== undefined || (entryId === undefined && one.chairId !== null && one.chairId === viewer.personId);
    // Who signs on paper is never the one who wrote: the writer's own row doesn't count either.
    const personId = entryId === undefined ? viewer.personId : (entry?.personId ?? null);
    refuseIf(whyNotApprove(one, minutes, { personId, attended }));
    const inserted = await act.trx
      .insertInto('meeting_minutes_approvals')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        minutes_id: minutes?.id ?? '',
        person_id: personId,
        entry_id: entry?.id ?? null,
        way: entryId === undefined ? 'page' : 'paper',
        approved_at: act.now,
        entered_by: entryId === undefined ? null : viewer.personId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!inserted) throw new Refused('meeting.approved-already');
    await recordMeeting(act, viewer, one, 'minutes_approved');
    return { approvals: (minutes?.approvals ?? 0) + 1 };
  });
}

/** What two others approved is there for everybody, its hash in the ledger. Throws Missing, Refused by `whyNotPublishMinutes`. */
export async function publishMinutes(viewer: Viewer, ref: MeetingRef, how?: How): Promise<{ sha256: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.publish_minutes', input: ref }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    const minutes = await findMinutes(act.trx, one);
    refuseIf(whyNotPublishMinutes(one, viewer, minutes, await findUnfinished(act.trx, one)));
    const sha256 = createHash('sha256')
      .update(JSON.stringify([minutes?.body, minutes?.minorityView]))
      .digest('hex');
    await takeStep(act, viewer, one, 'minuted', { line: { minutes: sha256, approvals: minutes?.approvals ?? 0 } });
    return { sha256 };
  });
}

type Db = Parameters<typeof findMinutes>[0];

async function presentEntry(db: Db, one: { communityId: number; id: string }, entryId: string) {
  return db
    .selectFrom('roll_entries')
    .select(['id', 'person_id as personId'])
    .where('community_id', '=', one.communityId)
    .where('meeting_id', '=', one.id)
    .where('id', '=', entryId)
    .where('standing', '=', 'present')
    .executeTakeFirst();
}
