import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { countedBy, isStage, openStages, stages, type Bucket } from '#listen/voices/index.ts';
import { accountOf, type Account } from './account.ts';

/** A part of a whole, both whole numbers; whoever shows it decides how. */
export type Share = { part: number; whole: number };

/**
 * How a community stands. `account`: since the register began; `overdue`: now; all else: voices received since `since`.
 * `answered`: got an answer at least once, of those not merged, referred or withdrawn; `confirmed`: by the resident, of
 * the closed ones without praise (V11); `reopened`: at least once.
 */
export type Standing = {
  account: Account;
  overdue: number;
  received: number;
  answered: Share;
  confirmed: Share;
  reopened: Share;
  categories: { code: string | null; received: number; open: number }[];
};

type Line = {
  community_id: number; stage: string | null; category: string | null; byCategory: number;
  voices: number; recent: number; again: number; judged: number; overdue: number; open: number;
};

const nothing: Standing = {
  account: accountOf([]), overdue: 0, received: 0, answered: { part: 0, whole: 0 }, confirmed: { part: 0, whole: 0 },
  reopened: { part: 0, whole: 0 }, categories: [],
};

/**
 * Counts several communities at once for somebody who supervises them: without voices that name this viewer (V6) or
 * that the street keeps to itself. Nothing is counted by who spoke (V10) or by who worked.
 */
export async function findComparison(
  viewer: Viewer, communityIds: readonly number[], { now, since }: { now: Date; since: Date },
): Promise<ReadonlyMap<number, Standing>> {
  const lines = communityIds.length > 0 ? await linesOf(viewer, communityIds, now, since) : [];
  const by = Map.groupBy(lines, (line) => line.community_id);
  return new Map(communityIds.map((id) => [id, by.has(id) ? standingOf(by.get(id) ?? []) : nothing]));
}

function linesOf(viewer: Viewer, communityIds: readonly number[], now: Date, since: Date): Promise<Line[]> {
  const open = sql.join(openStages);
  const unanswered = sql.join(openStages.filter((stage) => stage !== 'answered'));
  return database().selectFrom('voices')
    .select(['community_id', 'stage', 'category', sql<number>`grouping(stage)`.as('byCategory'), sql<number>`count(*)`.as('voices'),
      sql<number>`count(*) filter (where received_at >= ${since})`.as('recent'),
      sql<number>`count(*) filter (where received_at >= ${since} and round > 1)`.as('again'),
      sql<number>`count(*) filter (where received_at >= ${since} and kind <> 'praise')`.as('judged'),
      sql<number>`count(*) filter (where due_at < ${now} and stage in (${unanswered}))`.as('overdue'),
      sql<number>`count(*) filter (where stage in (${open}))`.as('open')])
    .where(countedBy(viewer, communityIds))
    .groupBy(sql`grouping sets ((community_id, stage), (community_id, category))`)
    .execute();
}

function standingOf(lines: Line[]): Standing {
  const stageLines = lines.filter((line) => line.byCategory === 0);
  const sum = (of: (line: Line) => number) => stageLines.reduce((all, line) => all + of(line), 0);
  const received = sum((line) => line.recent);
  const closed = (line: Line) => ['confirmed', 'documented'].includes(bucketOf(line));
  const elsewhere = (line: Line) => ['merged', 'referred', 'withdrawn'].includes(bucketOf(line));
  // Whoever stands in a later round was answered in an earlier one.
  const answered = (line: Line) => (closed(line) || line.stage === 'answered' ? line.recent : line.again);
  return {
    account: accountOf(stageLines),
    overdue: sum((line) => line.overdue),
    received,
    answered: { part: sum((line) => (elsewhere(line) ? 0 : answered(line))), whole: sum((line) => (elsewhere(line) ? 0 : line.recent)) },
    confirmed: {
      part: sum((line) => (bucketOf(line) === 'confirmed' ? line.judged : 0)),
      whole: sum((line) => (closed(line) ? line.judged : 0)),
    },
    reopened: { part: sum((line) => line.again), whole: received },
    categories: lines.filter((line) => line.byCategory === 1)
      .map((line) => ({ code: line.category, received: line.recent, open: line.open })),
  };
}

function bucketOf({ stage }: Line): Bucket | '' {
  return stage !== null && isStage(stage) ? stages[stage].bucket : '';
}
