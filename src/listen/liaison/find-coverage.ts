import { sql } from 'kysely';
import { isId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { byName } from '#community/places/index.ts';

/** A liaison officer as residents may know them: the name and telephone they agreed to, and the place they listen in. */
export type ShownOfficer = { personId: string; name: string; phone: string | null; place: string };
export type CoveredBuilding = { id: string; name: string; officers: ShownOfficer[] };

/**
 * Every living building with its liaison officers now: appointed for it, for something it stands in, or for an entrance of
 * it. A building without officers is one that has none.
 */
export async function findCoverage(communityId: number): Promise<CoveredBuilding[]> {
  const { rows } = await sql<Row>`
    with recursive up as (
      select b.id as building, b.full_name, b.id, b.parent_id from places b
      where b.community_id = ${communityId} and b.level = 'building' and b.ended_at is null
      union all
      select up.building, up.full_name, p.id, p.parent_id from places p join up on p.id = up.parent_id where p.community_id = ${communityId}
    ), serving as (
      select r.id as role_id, r.person_id, r.place_id, area.full_name as place, area.level, area.building_id, people.name
      from roles r join people on people.id = r.person_id and people.ended_at is null
      join places area on area.community_id = r.community_id and area.id = r.place_id
      where r.community_id = ${communityId} and r.role = 'liaison_officer' and r.starts_at <= now()
        and (r.ends_at is null or r.ends_at > now()) and (r.ended_at is null or r.ended_at > now())
    ), shown as (
      select serving.*, letter.shown_name, letter.shown_phone from serving
      left join lateral (
        select a.shown_name, a.shown_phone from liaison_areas area
        join liaison_appointments a on a.community_id = area.community_id and a.id = area.appointment_id
        where area.community_id = ${communityId} and area.role_id = serving.role_id order by a.appointed_at desc limit 1
      ) letter on true
    )
    select up.building as id, up.full_name as building, shown.person_id, coalesce(shown.shown_name, shown.name) as name,
      shown.shown_phone as phone, shown.place
    from up left join shown on shown.place_id = up.id
      or (up.id = up.building and shown.level in ('unit', 'household') and shown.building_id = up.building)
    where up.id = up.building or shown.person_id is not null`.execute(database());
  const buildings = new Map<string, CoveredBuilding>();
  for (const { id, building, person_id: personId, name, phone, place } of rows) {
    const one = buildings.get(id) ?? { id, name: building, officers: [] };
    if (personId && !one.officers.some((each) => each.personId === personId && each.place === place))
      one.officers.push({ personId, name, phone, place });
    buildings.set(id, one);
  }
  return [...buildings.values()].toSorted(byName);
}

type Row = { id: string; building: string; person_id: string | null; name: string; phone: string | null; place: string };

/** The places somebody serves as a liaison officer for now, whether by letter or by role alone. */
export async function findServedPlaces(communityId: number, personId: string): Promise<string[]> {
  if (!isId(personId)) return [];
  const { rows } = await sql<{ id: string }>`
    select r.place_id as id from roles r
    where r.community_id = ${communityId} and r.person_id = ${personId} and r.role = 'liaison_officer' and r.starts_at <= now()
      and (r.ends_at is null or r.ends_at > now()) and (r.ended_at is null or r.ended_at > now())`.execute(database());
  return rows.map(({ id }) => id);
}

/** The liaison officers of one place, the nearest area first: its entrance before its building, that before its estate. */
export async function findOfficersFor(communityId: number, placeId: string): Promise<ShownOfficer[]> {
  const { rows } = await sql<ShownOfficer>`
    with recursive up as (
      select p.id, p.parent_id, 0 as distance from places p where p.community_id = ${communityId} and p.id = ${placeId}
      union all
      select p.id, p.parent_id, up.distance + 1 from places p join up on p.id = up.parent_id where p.community_id = ${communityId}
    )
    select r.person_id as "personId", coalesce(letter.shown_name, people.name) as name, letter.shown_phone as phone, area.full_name as place
    from up join places area on area.community_id = ${communityId} and area.id = up.id
    join roles r on r.community_id = ${communityId} and r.place_id = up.id and r.role = 'liaison_officer' and r.starts_at <= now()
      and (r.ends_at is null or r.ends_at > now()) and (r.ended_at is null or r.ended_at > now())
    join people on people.id = r.person_id and people.ended_at is null
    left join lateral (
      select a.shown_name, a.shown_phone from liaison_areas part
      join liaison_appointments a on a.community_id = part.community_id and a.id = part.appointment_id
      where part.community_id = ${communityId} and part.role_id = r.id order by a.appointed_at desc limit 1
    ) letter on true
    order by up.distance, r.starts_at`.execute(database());
  return rows;
}
