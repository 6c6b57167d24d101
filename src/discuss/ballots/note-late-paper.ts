import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { markRoll } from '#discuss/meetings/index.ts';
import { words } from '#listen/voices/index.ts';
import { handful } from './enter-hands.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { whyNotNoteLate } from './why-not-vote.ts';

/** `inTime`: it was handed in while the vote ran. `entryIds`: whose papers they are by their envelopes, while the box is closed. */
export const noteLatePaperInput = z.object({
  papers: handful.min(1, 'input.needed'),
  inTime: z.enum(['yes', 'no'], 'input.choose'),
  entryIds: z.array(z.uuid('input.not-usable')).max(1000).default([]),
  note: words(500),
});
export type NoteLatePaper = z.infer<typeof noteLatePaperInput>;

/**
 * Paper that turned up late. In time and before the box is open: its households are entered as present, and it goes into the
 * box with the others. Otherwise it is written down as an irregularity, and no count changes. Throws Missing, Refused, Invalid.
 */
export async function noteLatePaper(viewer: Viewer, ref: VoteRef, input: NoteLatePaper, how?: How): Promise<{ counted: boolean }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.late_paper', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotNoteLate(meeting, vote, viewer));
    const inTime = input.inTime === 'yes';
    const found = vote.boxOpenedAt === null ? 'before_box' : 'after_box';
    const counted = inTime && found === 'before_box';
    if (counted) {
      const { entryIds } = input;
      if (entryIds.length !== input.papers) throw new Invalid([{ field: 'entryIds', code: 'ballot.whose-papers' }]);
      const roll = await markRoll(viewer, ref.meeting, { entryIds, standing: 'paper', way: 'paper_ballot' }, { within: act });
      await act.trx
        .updateTable('votes')
        .set({ present: roll.present })
        .where('community_id', '=', vote.communityId)
        .where('id', '=', vote.id)
        .execute();
    }
    await act.trx
      .insertInto('late_papers')
      .values({
        community_id: vote.communityId,
        id: newId(act.now),
        vote_id: vote.id,
        papers: input.papers,
        found,
        in_time: inTime,
        note: input.note,
        noted_at: act.now,
        noted_by: viewer.personId ?? '',
      })
      .execute();
    const line = { papers: input.papers, found, inTime };
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'late_paper', { line, data: line });
    return { counted };
  });
}
