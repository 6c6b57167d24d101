import { sql } from 'kysely';
import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { whyNotScheduleTopic } from '#discuss/topics/index.ts';
import { words } from '#listen/voices/index.ts';
import { findAgendaItem, isToVote } from './agenda.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import { purposes, type Meeting } from './meeting.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotAddItem, whyNotEdit } from './why-not-meet.ts';

/** `paper`: what everybody should have read, as words. `minutes`: how long it may take. */
export const addAgendaItemInput = z.object({
  title: words(200),
  purpose: z.enum(purposes, 'input.choose'),
  topicId: id.optional(),
  minutes: z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable').max(480, 'input.not-usable').optional(),
  paper: words(4000).optional(),
});
export type AddAgendaItem = z.infer<typeof addAgendaItemInput>;

/**
 * Before the notice anything; afterwards only what is talked about (D8), and a topic only where its body decides. Throws
 * Missing, Refused by `whyNotAddItem` and `whyNotScheduleTopic`, Invalid.
 */
export async function addAgendaItem(viewer: Viewer, ref: MeetingRef, input: AddAgendaItem, how?: How): Promise<{ itemId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.add_item', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotAddItem(one, viewer, isToVote(input.purpose)));
    await refuseTopic(act, one, input);
    const itemId = await insertItem(act, viewer, one, input);
    await recordMeeting(act, viewer, one, 'item_added', { purpose: input.purpose, afterNotice: one.stage !== 'planned' });
    return { itemId };
  });
}

/** Taken off before the notice. Throws Missing, Refused by `whyNotEdit`. */
export async function removeAgendaItem(viewer: Viewer, ref: MeetingRef, { itemId }: { itemId: string }, how?: How) {
  return perform({ actor: actorKey(viewer), verb: 'meeting.remove_item', input: [ref, itemId] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotEdit(one, viewer));
    if (!(await findAgendaItem(act.trx, one, itemId))) throw new Missing();
    await act.trx
      .updateTable('agenda_items')
      .set({ removed_at: act.now, removed_by: viewer.personId })
      .where('community_id', '=', one.communityId)
      .where('id', '=', itemId)
      .execute();
    await recordMeeting(act, viewer, one, 'item_removed');
    return { itemId };
  });
}

/** Within a command. */
export async function insertItem({ trx, now }: Act, viewer: Viewer, one: Pick<Meeting, 'communityId' | 'id'>, input: AddAgendaItem) {
  const itemId = newId(now);
  await trx
    .insertInto('agenda_items')
    .values({
      community_id: one.communityId,
      id: itemId,
      meeting_id: one.id,
      sort: sql<number>`(select coalesce(max(sort), 0) + 1 from agenda_items
        where community_id = ${one.communityId} and meeting_id = ${one.id}::uuid)`,
      title: input.title,
      purpose: input.purpose,
      topic_id: input.topicId ?? null,
      minutes: input.minutes ?? null,
      paper: input.paper ?? null,
      added_at: now,
      added_by: viewer.personId ?? '',
    })
    .execute();
  return itemId;
}

/** Only a topic that may be talked about here, and voted on only where its body decides. Throws Invalid, Refused. */
async function refuseTopic({ trx }: Act, { communityId, kind }: Meeting, { topicId, purpose }: AddAgendaItem): Promise<void> {
  if (topicId === undefined) return;
  const why = await whyNotScheduleTopic(trx, { communityId, id: topicId }, { kind, purpose });
  if (why === 'topic.unknown') throw new Invalid([{ field: 'topicId', code: 'input.not-usable' }]);
  refuseIf(why);
}
