import { sql } from 'kysely';
import type { Database } from '#foundation/server/database.ts';

/** Somebody who visits: `area` names a liaison officer's; null for the office, which goes everywhere. */
export type Visitor = { personId: string; name: string; area: string | null };

/** Who visits here at `now`: everybody, or those who may go to one household. Officers of an area first, by name. */
export async function findVisitors(db: Database, communityId: number, now: Date, householdId?: string): Promise<Visitor[]> {
  const { rows } = await sql<Visitor>`
    with recursive above as (
      select id, parent_id from places where community_id = ${communityId} and id = ${householdId ?? null}::uuid
      union select outer_place.id, outer_place.parent_id from places outer_place join above on above.parent_id = outer_place.id
      where outer_place.community_id = ${communityId})
    select distinct on (roles.person_id) roles.person_id as "personId", coalesce(people.name, '') as name, area.full_name as area
    from roles join people on people.id = roles.person_id
    left join places area on roles.role = 'liaison_officer' and area.community_id = roles.community_id and area.id = roles.place_id
    where roles.community_id = ${communityId} and roles.role in ('liaison_officer', 'community_worker', 'community_secretary')
      and roles.starts_at <= ${now} and (roles.ends_at is null or roles.ends_at > ${now}) and (roles.ended_at is null or roles.ended_at > ${now})
      and people.ended_at is null
      and (roles.role <> 'liaison_officer' or ${householdId ?? null}::uuid is null or roles.place_id in (select id from above))
    order by roles.person_id, area.full_name nulls last`.execute(db);
  return rows.toSorted((a, b) => Number(a.area === null) - Number(b.area === null) || a.name.localeCompare(b.name, 'zh-CN'));
}
