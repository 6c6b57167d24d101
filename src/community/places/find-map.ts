import { sql } from 'kysely';
import { z } from 'zod';
import type { Polygons } from '#foundation/map/index.ts';
import { database } from '#foundation/server/database.ts';
import { byName } from './by-name.ts';

/** An outline as it stands. `placeId` null: the community's own. */
export type Outline = { placeId: string | null; name: string | null; polygons: Polygons; way: string; setAt: Date; by: string | null };
/** A building, and where it stands when somebody has said so. Coordinates in WGS-84. */
export type MappedBuilding = { id: string; name: string; gridId: string | null; point: { latitude: number; longitude: number } | null };
export type CommunityMap = { outlines: Outline[]; buildings: MappedBuilding[]; areas: { id: string; name: string; level: string }[] };

/** What is known of where things lie in a community: its own edge first, then its grids and estates by name. */
export async function findMap(communityId: number): Promise<CommunityMap> {
  const [outlines, buildings, areas] = await Promise.all([outlinesOf(communityId), buildingsOf(communityId), areasOf(communityId)]);
  return { outlines, buildings, areas };
}

const polygons: z.ZodType<Polygons> = z.array(z.array(z.array(z.tuple([z.number(), z.number()]))));

async function outlinesOf(communityId: number): Promise<Outline[]> {
  const { rows } = await sql<{
    place_id: string | null;
    name: string | null;
    polygons: unknown;
    way: string;
    set_at: Date;
    by: string | null;
  }>`
    select newest.place_id, places.full_name as name, newest.polygons, newest.way, newest.set_at, people.name as by from (
      select distinct on (place_id) place_id, polygons, way, set_at, set_by from outlines
      where community_id = ${communityId} order by place_id, set_at desc, id desc) newest
    left join places on places.community_id = ${communityId} and places.id = newest.place_id
    left join people on people.id = newest.set_by
    where newest.polygons is not null and (newest.place_id is null or places.ended_at is null)
    order by newest.place_id is not null, places.full_name`.execute(database());
  return rows.map((row) => ({
    placeId: row.place_id,
    name: row.name,
    polygons: polygons.parse(row.polygons),
    way: row.way,
    setAt: row.set_at,
    by: row.by,
  }));
}

async function buildingsOf(communityId: number): Promise<MappedBuilding[]> {
  const { rows } = await sql<{ id: string; full_name: string; grid_id: string | null; latitude: number | null; longitude: number | null }>`
    select b.id, b.full_name, case when above.level = 'grid' then above.id when top.level = 'grid' then top.id end as grid_id,
      newest.latitude, newest.longitude
    from places b
    left join places above on above.community_id = b.community_id and above.id = b.parent_id
    left join places top on top.community_id = b.community_id and top.id = above.parent_id
    left join lateral (select latitude, longitude from place_points p where p.community_id = b.community_id and p.place_id = b.id
      order by p.set_at desc, p.id desc limit 1) newest on true
    where b.community_id = ${communityId} and b.level = 'building' and b.ended_at is null
    order by b.id`.execute(database());
  const buildings = rows.map(({ id, full_name: name, grid_id: gridId, latitude, longitude }) => ({
    id,
    name,
    gridId,
    point: latitude === null || longitude === null ? null : { latitude, longitude },
  }));
  return buildings.toSorted(byName);
}

async function areasOf(communityId: number): Promise<{ id: string; name: string; level: string }[]> {
  const areas = await database()
    .selectFrom('places')
    .select(['id', 'full_name as name', 'level'])
    .where('community_id', '=', communityId)
    .where('level', 'in', ['grid', 'estate'])
    .where('ended_at', 'is', null)
    .execute();
  return areas.toSorted((a, b) => b.level.localeCompare(a.level) || byName(a, b));
}
