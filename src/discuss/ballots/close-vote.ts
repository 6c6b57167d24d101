import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findAnswers } from './find-answers.ts';
import { freezeRoll } from './freeze-roll.ts';
import { reachVote, type Vote, type VoteRef } from './load-vote.ts';
import { rankOptions } from './rank-options.ts';
import { recordVote } from './record-vote.ts';
import type { Outcome } from './vote.ts';
import { whyNotClose } from './why-not-vote.ts';
import { noFigures, writeTally } from './write-tally.ts';

/**
 * Nobody votes any more; the roll as it stands is the denominator. What was answered by name or put in order is counted at
 * once; a secret ballot waits for its tellers (`outcome` null). Throws Missing, Refused by `whyNotClose`.
 */
export async function closeVote(viewer: Viewer, ref: VoteRef, how?: How): Promise<{ outcome: Outcome | null }> {
  return perform({ actor: actorKey(viewer), verb: 'ballot.close', input: ref }, how, async (act) => {
    const { meeting, vote } = await reachVote(act.trx, viewer, ref);
    refuseIf(whyNotClose(meeting, vote, viewer));
    const roll = await freezeRoll(act, viewer, meeting, vote);
    await recordVote(act, viewer, { ...vote, number: meeting.number }, 'closed', { data: roll });
    if (vote.way === 'secret_paper') return { outcome: null };
    const figures = vote.way === 'roll_call' ? await calledOf(act, vote) : await rankedOf(act, vote, roll.present);
    return writeTally(act, viewer, meeting, vote, roll, figures);
  });
}

async function calledOf({ trx }: Act, vote: Vote) {
  const given = await findAnswers(trx, vote);
  const count = (answer: string) => given.filter((one) => one.answer === answer).length;
  return { ...noFigures, returned: given.length, yes: count('yes'), no: count('no'), abstain: count('abstain') };
}

async function rankedOf({ trx }: Act, { communityId, id, options }: Vote, present: number) {
  const papers = await trx
    .selectFrom('poll_papers')
    .select(['ranking', 'papers'])
    .where('community_id', '=', communityId)
    .where('vote_id', '=', id)
    .execute();
  const returned = papers.reduce((sum, one) => sum + one.papers, 0);
  if (returned === 0) throw new Invalid([{ field: 'papers', code: 'ballot.no-papers' }]);
  if (returned > present) throw new Invalid([{ field: 'papers', code: 'ballot.more-than-present' }]);
  return { ...noFigures, returned, ranking: rankOptions(options.length, papers) };
}
