import { randomBytes } from 'node:crypto';
import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Meeting } from '#discuss/meetings/index.ts';
import { adoptResolution } from './adopt-resolution.ts';
import type { Vote } from './load-vote.ts';
import { hashOf, recordVote } from './record-vote.ts';
import { isSplitPublic, judgeCounts, type Counts } from './tally.ts';
import type { Outcome } from './vote.ts';

type Figures = Omit<Counts, 'eligible' | 'present' | 'salt'>;
export const noFigures = { issued: null, invalid: 0, yes: 0, no: 0, abstain: 0, area: null, ranking: null };
/** The roll as it stood when the vote was closed. */
export type Roll = { eligible: number; present: number };

/**
 * Within a command: the result, once and for all, with its line in the ledger; what passed becomes a resolution. The ledger
 * holds the split only where it may be published (D4).
 */
export async function writeTally(
  act: Act,
  viewer: Viewer,
  meeting: Meeting,
  vote: Vote,
  roll: Roll,
  figures: Figures,
  witnessedBy: string | null = null,
): Promise<{ outcome: Outcome }> {
  const counts: Counts = { ...roll, ...figures, salt: randomBytes(16).toString('hex') };
  const { outcome } = judgeCounts(vote.rule, counts);
  const sha256 = hashOf([vote.id, vote.question, vote.rule, outcome, counts]);
  const { communityId, id } = vote;
  await act.trx
    .insertInto('tallies')
    .values({
      community_id: communityId,
      id: newId(act.now),
      vote_id: id,
      outcome,
      counts: JSON.stringify(counts),
      sha256,
      counted_at: act.now,
      counted_by: viewer.personId ?? '',
      witnessed_by: witnessedBy,
    })
    .execute();
  await act.trx.updateTable('votes').set({ stage: 'counted' }).where('community_id', '=', communityId).where('id', '=', id).execute();
  const { yes, no, abstain, invalid, returned } = counts;
  const split = isSplitPublic(vote.way, counts) ? { yes, no, abstain, invalid } : {};
  const line = { outcome, effect: vote.effect, ...roll, returned, ...split, tally: sha256 };
  await recordVote(act, viewer, { communityId, id, number: meeting.number }, 'counted', { line, data: { outcome } });
  if (outcome === 'passed') await adoptResolution(act, viewer, meeting, vote);
  return { outcome };
}
