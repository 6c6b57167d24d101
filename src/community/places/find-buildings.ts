import { database } from '#foundation/server/database.ts';
import { byName } from './by-name.ts';

export type Building = { id: string; name: string };

/** The living buildings of a community under their full names, 2 before 10. */
export async function findBuildings(communityId: number): Promise<Building[]> {
  const buildings = await database()
    .selectFrom('places')
    .select(['id', 'full_name as name'])
    .where('community_id', '=', communityId)
    .where('level', '=', 'building')
    .where('ended_at', 'is', null)
    .execute();
  return buildings.toSorted(byName);
}
