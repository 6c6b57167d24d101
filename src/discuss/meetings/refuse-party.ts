import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachMeeting, type MeetingRef } from './load-meeting.ts';
import { id } from './meeting-inputs.ts';
import { recordMeeting } from './record-meeting.ts';
import { whyNotMark } from './why-not-meet.ts';

export const notePartyRefusalInput = z.object({ entryId: id, reason: words(500) });
export type NotePartyRefusal = z.infer<typeof notePartyRefusalInput>;

/** A party of the joint meeting won't take part: it stands in the record as it said it. Throws Missing, Refused. */
export async function notePartyRefusal(viewer: Viewer, ref: MeetingRef, input: NotePartyRefusal, how?: How): Promise<{ entryId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'meeting.party_refuses', input: [ref, input] }, how, async (act) => {
    const one = await reachMeeting(act.trx, viewer, ref);
    refuseIf(whyNotMark(one, viewer, true));
    const party = await act.trx
      .selectFrom('roll_entries')
      .select('id')
      .where('community_id', '=', one.communityId)
      .where('meeting_id', '=', one.id)
      .where('id', '=', input.entryId)
      .where('part', '=', 'party')
      .executeTakeFirst();
    if (!party) throw new Missing();
    const noted = await act.trx
      .insertInto('party_refusals')
      .values({
        community_id: one.communityId,
        id: newId(act.now),
        meeting_id: one.id,
        entry_id: party.id,
        reason: input.reason,
        refused_at: act.now,
        noted_by: viewer.personId ?? '',
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!noted) throw new Refused('meeting.refused-already');
    await recordMeeting(act, viewer, one, 'party_refused');
    return { entryId: party.id };
  });
}
