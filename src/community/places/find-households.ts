import { database } from '#foundation/server/database.ts';
import { byName } from './by-name.ts';

export type Household = { id: string; name: string; fullName: string; unit: string | null };

/** The living households of a building, stairwell by stairwell. */
export async function findHouseholds(communityId: number, buildingId: string): Promise<Household[]> {
  const rows = await database()
    .selectFrom('places')
    .leftJoin('places as above', (join) =>
      join
        .onRef('above.community_id', '=', 'places.community_id')
        .onRef('above.id', '=', 'places.parent_id')
        .on('above.level', '=', 'unit'),
    )
    .select(['places.id', 'places.name', 'places.full_name as fullName', 'above.name as unit'])
    .where('places.community_id', '=', communityId)
    .where('places.building_id', '=', buildingId)
    .where('places.level', '=', 'household')
    .where('places.ended_at', 'is', null)
    .execute();
  return rows.toSorted((a, b) => byName({ name: a.unit ?? '' }, { name: b.unit ?? '' }) || byName(a, b));
}
