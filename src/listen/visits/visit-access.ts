import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';

// Reach: an officer sees the own area, and only while appointed (H6): the roles are read anew at every request.

/** Plans for all, and assigns. */
export function plansVisits(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'system' || hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Whoever visits: liaison officers, and the office. */
export function worksOnVisits(viewer: Viewer, communityId: number): boolean {
  return plansVisits(viewer, communityId) || hasRole(viewer, communityId, 'liaison_officer');
}

/** The SQL condition that a household (`ref` names its id) is the viewer's to visit. */
export function inReach(viewer: Viewer, communityId: number, ref: string): RawBuilder<boolean> {
  if (plansVisits(viewer, communityId)) return sql<boolean>`true`;
  const areas = viewer.grants.flatMap(({ role, communityIds, placeId }) =>
    role === 'liaison_officer' && placeId && communityIds.includes(communityId) ? [placeId] : [],
  );
  return areas.length > 0 ? sql<boolean>`${sql.ref(ref)} in ${placesWithin(communityId, areas)}` : sql<boolean>`false`;
}

/** The ids of these places and of everything that stands in them. */
export function placesWithin(communityId: number, ids: readonly string[]): RawBuilder<unknown> {
  return sql`(with recursive area as (
    select id from places where community_id = ${communityId} and id = any(${ids}::uuid[])
    union select inner_place.id from places inner_place join area on inner_place.parent_id = area.id
    where inner_place.community_id = ${communityId}) select id from area)`;
}

/** Where somebody signed in lives, and since when: what was before them is not theirs to read. */
export async function homesOf(db: Database, viewer: Viewer, communityId: number): Promise<{ householdId: string; since: Date }[]> {
  if (!viewer.personId) return [];
  const rows = await db
    .selectFrom('roles')
    .select(['place_id as householdId', 'starts_at as since'])
    .$narrowType<{ householdId: string }>()
    .where('community_id', '=', communityId)
    .where('person_id', '=', viewer.personId)
    .where('role', '=', 'resident')
    .where('ended_at', 'is', null)
    .where('place_id', 'is not', null)
    .execute();
  return rows;
}
