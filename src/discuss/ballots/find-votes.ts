import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { database } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { loadMeeting, seesAllMeetings, type Meeting, type MeetingRef } from '#discuss/meetings/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { explainVote, type Explained } from './explain-vote.ts';
import { findAnswers, type CallAnswer } from './find-answers.ts';
import { voteOf, votesOf, type Vote } from './load-vote.ts';
import { couldTurn, isSplitPublic, notReturned, readCounts, type Counts } from './tally.ts';

/** What may be told of a result. `split` null: fewer than ten secret papers, and only the tellers and supervisors know (D4). */
export type VoteResult = {
  explained: Explained;
  eligible: number;
  present: number;
  returned: number;
  split: { yes: number; no: number; abstain: number; invalid: number; missing: number } | null;
  ranking: Counts['ranking'];
  sha256: string;
  countedAt: Date;
};
export type LatePaper = {
  id: string;
  papers: number;
  found: string;
  inTime: boolean;
  note: string;
  couldTurn: boolean;
  ruling: string | null;
  rulingReason: string | null;
};
export type VoteShown = { vote: Vote; result: VoteResult | null; answers: CallAnswer[]; late: LatePaper[] };

/** The votes of a meeting in their order. Nothing of a count before it is finished. Throws Missing. */
export async function findVotes(viewer: Viewer, ref: MeetingRef): Promise<VoteShown[]> {
  const db = database();
  const meeting = await loadMeeting(db, viewer, ref);
  if (!meeting) throw new Missing();
  return votesShown(db, viewer, meeting);
}

async function votesShown(db: Kysely<DB>, viewer: Viewer, meeting: Meeting): Promise<VoteShown[]> {
  const rows = await votesOf(db, meeting).orderBy('votes.opened_at').orderBy('votes.id').execute();
  return Promise.all(
    rows.map(async (row) => {
      const vote = voteOf(row);
      const tally = await findTally(db, vote);
      const result = tally && resultOf(viewer, vote, tally);
      const answers = vote.way === 'roll_call' && vote.stage !== 'void' ? await findAnswers(db, vote) : [];
      // What a household or a resident answered is for the minutes of the room; representatives and parties answer in public.
      const shown = seesAllMeetings(viewer, meeting.communityId) ? answers : answers.filter(({ open }) => open);
      return { vote, result, answers: shown, late: await findLate(db, vote, tally && tally.counts) };
    }),
  );
}

type Tally = { counts: Counts; sha256: string; countedAt: Date; countedBy: string; witnessedBy: string | null };

async function findTally(db: Kysely<DB>, { communityId, id, stage }: Vote): Promise<Tally | null> {
  if (stage !== 'counted') return null;
  const row = await db
    .selectFrom('tallies')
    .select(['counts', 'sha256', 'counted_at as countedAt', 'counted_by as countedBy', 'witnessed_by as witnessedBy'])
    .where('community_id', '=', communityId)
    .where('vote_id', '=', id)
    .executeTakeFirst();
  return row ? { ...row, counts: readCounts(row.counts) } : null;
}

/** What this viewer may know of the count (D4). */
export function resultOf(viewer: Viewer, vote: Pick<Vote, 'communityId' | 'way' | 'rule'>, tally: Tally): VoteResult {
  const { counts, sha256, countedAt, countedBy, witnessedBy } = tally;
  const counted = viewer.personId !== null && (viewer.personId === countedBy || viewer.personId === witnessedBy);
  const told = isSplitPublic(vote.way, counts) || counted || hasRole(viewer, vote.communityId, 'supervisory_member');
  const { eligible, present, returned, yes, no, abstain, invalid, ranking } = counts;
  const split = told ? { yes, no, abstain, invalid, missing: notReturned(counts) } : null;
  return { explained: explainVote(vote.rule, counts, told), eligible, present, returned, split, ranking, sha256, countedAt };
}

async function findLate(db: Kysely<DB>, { communityId, id, rule }: Vote, counts: Counts | null): Promise<LatePaper[]> {
  const rows = await db
    .selectFrom('late_papers')
    .select(['id', 'papers', 'found', 'in_time as inTime', 'note', 'ruling', 'ruling_reason as rulingReason'])
    .where('community_id', '=', communityId)
    .where('vote_id', '=', id)
    .orderBy('noted_at')
    .execute();
  const outside = rows.filter(({ found, inTime }) => found === 'after_box' && inTime).reduce((sum, { papers }) => sum + papers, 0);
  return rows.map((row) => ({
    ...row,
    couldTurn: row.found === 'after_box' && row.inTime && counts !== null && couldTurn(rule, counts, outside),
  }));
}
