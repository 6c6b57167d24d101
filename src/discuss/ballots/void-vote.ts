import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import type { Reason } from '#discuss/meetings/index.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { whyNotVoid } from './why-not-vote.ts';

/** Something went wrong before it was counted: void with its reason, and held again. Throws Missing, Refused by `whyNotVoid`. */
export async function voidVote(viewer: Viewer, ref: VoteRef, { reason }: Reason, how?: How): Promise<{ voteId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.void', input: [ref, reason] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotVoid(meeting, vote, viewer));
    await act.trx
      .updateTable('votes')
      .set({ stage: 'void', voided_at: act.now, voided_by: viewer.personId, void_reason: reason })
      .where('community_id', '=', vote.communityId)
      .where('id', '=', vote.id)
      .execute();
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'voided', { line: { way: vote.way } });
    return { voteId: vote.id };
  });
}
