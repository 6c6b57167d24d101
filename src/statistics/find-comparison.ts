import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { countedBy, isUnanswered, stages, type Bucket, type Stage } from '#listen/voices/index.ts';
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
  categories: { code: string | null; received: number }[];
};

type Line = {
  communityId: number;
  stage: Stage;
  category: string | null;
  voices: number;
  recent: number;
  again: number;
  judged: number;
  late: number;
};

const nothing: Standing = {
  account: accountOf([]),
  overdue: 0,
  received: 0,
  answered: { part: 0, whole: 0 },
  confirmed: { part: 0, whole: 0 },
  reopened: { part: 0, whole: 0 },
  categories: [],
};

/**
 * Counts several communities at once for somebody who supervises them: without voices that name this viewer (V6) or
 * that the street keeps to itself. Nothing is counted by who spoke (V10) or by who worked.
 */
export async function findComparison(
  viewer: Viewer,
  communityIds: readonly number[],
  { now, since }: { now: Date; since: Date },
): Promise<ReadonlyMap<number, Standing>> {
  const lines = communityIds.length > 0 ? await linesOf(viewer, communityIds, now, since) : [];
  const by = Map.groupBy(lines, (line) => line.communityId);
  return new Map(communityIds.map((id) => [id, by.has(id) ? standingOf(by.get(id) ?? []) : nothing]));
}

/** Plain groups and few conditions: over a million voices every one of them is felt. What a stage means is added later. */
function linesOf(viewer: Viewer, communityIds: readonly number[], now: Date, since: Date): Promise<Line[]> {
  return database()
    .selectFrom('voices')
    .select([
      'community_id as communityId',
      'stage',
      'category',
      sql<number>`count(*)`.as('voices'),
      sql<number>`count(*) filter (where received_at >= ${since})`.as('recent'),
      sql<number>`count(*) filter (where received_at >= ${since} and round > 1)`.as('again'),
      sql<number>`count(*) filter (where received_at >= ${since} and kind <> 'praise')`.as('judged'),
      sql<number>`count(*) filter (where due_at < ${now})`.as('late'),
    ])
    .$narrowType<{ stage: Stage }>()
    .where(countedBy(viewer, communityIds))
    .groupBy(['community_id', 'stage', 'category'])
    .execute();
}

function standingOf(lines: Line[]): Standing {
  const sum = (of: (line: Line) => number) => lines.reduce((all, line) => all + of(line), 0);
  const inBucket = (line: Line, ...buckets: Bucket[]) => buckets.includes(stages[line.stage].bucket);
  const closed = (line: Line) => inBucket(line, 'confirmed', 'documented');
  const elsewhere = (line: Line) => inBucket(line, 'merged', 'referred', 'withdrawn');
  // Whoever stands in a later round was answered in an earlier one.
  const answered = (line: Line) => (closed(line) || line.stage === 'answered' ? line.recent : line.again);
  return {
    account: accountOf(lines),
    overdue: sum((line) => (isUnanswered(line) ? line.late : 0)),
    received: sum((line) => line.recent),
    answered: { part: sum((line) => (elsewhere(line) ? 0 : answered(line))), whole: sum((line) => (elsewhere(line) ? 0 : line.recent)) },
    confirmed: {
      part: sum((line) => (inBucket(line, 'confirmed') ? line.judged : 0)),
      whole: sum((line) => (closed(line) ? line.judged : 0)),
    },
    reopened: { part: sum((line) => line.again), whole: sum((line) => line.recent) },
    categories: [...Map.groupBy(lines, (line) => line.category)]
      .map(([code, group]) => ({ code, received: group.reduce((all, line) => all + line.recent, 0) }))
      .filter(({ received }) => received > 0),
  };
}
