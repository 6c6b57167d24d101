import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';

/** How many households a community has on its list of places; one without such a list is left out. */
export async function findHouseholdCounts(communityIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (communityIds.length === 0) return new Map();
  const rows = await database()
    .selectFrom('places')
    .select(['community_id as communityId', sql<number>`count(*)`.as('households')])
    .where(sql<boolean>`community_id = any(${communityIds})`)
    .where('level', '=', 'household')
    .where('ended_at', 'is', null)
    .groupBy('community_id')
    .execute();
  return new Map(rows.map(({ communityId, households }) => [communityId, households]));
}
