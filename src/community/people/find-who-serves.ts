import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { RoleName } from './viewer.ts';

/** Somebody who serves, as everybody may know: name, roles, and for whom next door they are there. No telephone, no account. */
export type WhoServes = { personId: string; name: string; roles: RoleName[]; place: string | null };

/** Who serves this community now, the street office included; for the notice board. Administrators run machines, not matters. */
export async function findWhoServes(communityId: number): Promise<WhoServes[]> {
  const now = sql<Date>`now()`;
  return database()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .innerJoin('communities', (join) => join.on('communities.id', '=', communityId))
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select([
      'people.id as personId',
      'people.name',
      sql<RoleName[]>`array_agg(distinct roles.role)`.as('roles'),
      sql<string | null>`string_agg(distinct places.full_name, ' · ')`.as('place'),
    ])
    .where((eb) => eb.or([eb('roles.community_id', '=', communityId), eb('roles.street_id', '=', eb.ref('communities.street_id'))]))
    .where('roles.role', 'not in', ['resident', 'administrator'])
    .where('roles.starts_at', '<=', now)
    .where((eb) => eb.or([eb('roles.ends_at', 'is', null), eb('roles.ends_at', '>', now)]))
    .where((eb) => eb.or([eb('roles.ended_at', 'is', null), eb('roles.ended_at', '>', now)]))
    .where('people.ended_at', 'is', null)
    .$narrowType<{ name: string }>()
    .groupBy(['people.id', 'people.name'])
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();
}
