import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { handful } from './enter-hands.ts';
import { reachVote, type VoteRef } from './load-vote.ts';
import { recordVote } from './record-vote.ts';
import { whyNotEnter } from './why-not-vote.ts';

/** `ranking`: options by their number from 1, the best first; `papers`: how many put them in this order. */
export const enterRankingInput = z.object({
  ranking: z.array(z.coerce.number('input.not-usable').int('input.not-usable').min(1, 'input.not-usable')).min(1, 'input.needed').max(9),
  papers: handful.min(1, 'input.needed'),
});
export type EnterRanking = z.infer<typeof enterRankingInput>;

/** Papers of a preference poll that put the options in one order. Throws Missing, Refused by `whyNotEnter`, Invalid. */
export async function enterRanking(viewer: Viewer, ref: VoteRef, input: EnterRanking, how?: How): Promise<{ papers: number }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.ranking', input: [ref, input] }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotEnter(meeting, vote, viewer, 'preference_poll'));
    const { ranking, papers } = input;
    const twice = new Set(ranking).size !== ranking.length;
    if (twice || ranking.some((option) => option > vote.options.length)) {
      throw new Invalid([{ field: 'ranking', code: twice ? 'ballot.same-place' : 'input.not-usable' }]);
    }
    await act.trx
      .insertInto('poll_papers')
      .values({
        community_id: vote.communityId,
        id: newId(act.now),
        vote_id: vote.id,
        ranking: ranking.map((option) => option - 1),
        papers,
        entered_at: act.now,
        entered_by: viewer.personId ?? '',
      })
      .execute();
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'ranked');
    return { papers };
  });
}
