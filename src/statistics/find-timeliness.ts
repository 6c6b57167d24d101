import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { answersCountedBy } from '#listen/voices/index.ts';
import type { Share } from './find-comparison.ts';

/** Per community: answers given since `since`, and how many of them in time by the verdict frozen then. */
export async function findTimeliness(viewer: Viewer, communityIds: readonly number[], since: Date): Promise<ReadonlyMap<number, Share>> {
  if (communityIds.length === 0) return new Map();
  const rows = await database()
    .selectFrom('voice_answers')
    .select(['community_id as communityId', sql<number>`count(*)`.as('whole'), sql<number>`count(*) filter (where not late)`.as('part')])
    .where(answersCountedBy(viewer, communityIds))
    .where('answered_at', '>=', since)
    .groupBy('community_id')
    .execute();
  return new Map(rows.map(({ communityId, part, whole }) => [communityId, { part, whole }]));
}
