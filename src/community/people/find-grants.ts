import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Grant, RoleName } from './viewer.ts';

/** The roles somebody holds at `now`, each with the communities it reaches (a street's or district's: all of them). */
export async function findGrants(personId: string, now: Date): Promise<Grant[]> {
  const rows = await database()
    .selectFrom('roles')
    .select([
      'id',
      'role',
      'street_id',
      'district_id',
      'place_id',
      'unit_name',
      sql<number[]>`array(
      select communities.id from communities join streets on streets.id = communities.street_id
      where communities.id = roles.community_id or streets.id = roles.street_id or streets.district_id = roles.district_id
      order by communities.id)`.as('community_ids'),
    ])
    .where('person_id', '=', personId)
    .where('starts_at', '<=', now)
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)]))
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as RoleName,
    communityIds: row.community_ids,
    streetId: row.street_id,
    districtId: row.district_id,
    placeId: row.place_id,
    unitName: row.unit_name,
  }));
}
