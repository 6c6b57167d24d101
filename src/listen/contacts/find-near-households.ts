import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { byName } from '#community/places/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { office } from './why-not-contact.ts';

type Near = { id: string; name: string };

/** The buildings within reach (H6: of neighbours who serve, those of their area), and the households of one of them. */
export async function findNearHouseholds(
  viewer: Viewer,
  communityId: number,
  buildingId: string,
): Promise<{ buildings: Near[]; households: Near[] }> {
  const area = viewer.grants.flatMap(({ role, communityIds, placeId }) =>
    role !== 'resident' && communityIds.includes(communityId) && placeId ? [placeId] : [],
  );
  const everywhere = office(viewer, communityId);
  const { rows } = await sql<Near & { building: string; buildingName: string }>`
    with recursive down as (
      select p.id from places p where p.community_id = ${communityId} and (${everywhere} and p.parent_id is null or p.id = any(${area}::uuid[]))
      union
      select p.id from places p join down on p.parent_id = down.id where p.community_id = ${communityId}
    )
    select home.id, home.full_name as name, house.id as building, house.full_name as "buildingName"
    from places home join down on down.id = home.id
    join places house on house.community_id = home.community_id and house.id = home.building_id
    where home.community_id = ${communityId} and home.level = 'household' and home.ended_at is null`.execute(database());
  const buildings = new Map(rows.map((row) => [row.building, { id: row.building, name: row.buildingName }]));
  const only = buildings.size === 1 ? [...buildings.keys()][0] : buildingId;
  return {
    buildings: [...buildings.values()].toSorted(byName),
    households: rows
      .filter(({ building }) => building === only)
      .map(({ id, name }) => ({ id, name }))
      .toSorted(byName),
  };
}
