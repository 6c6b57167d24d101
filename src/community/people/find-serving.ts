import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** Somebody who serves a community now, with all their roles there. `leads`: secretary or administrator. */
export type Serving = { personId: string; name: string; roles: string[]; leads: boolean };

/** Everybody who serves this community at `at`, including the street and district above it; residents are not listed. */
export async function findServing(db: Kysely<DB>, communityId: number, at: Date): Promise<Serving[]> {
  const rows = await db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .innerJoin('communities', (join) => join.on('communities.id', '=', communityId))
    .innerJoin('streets', 'streets.id', 'communities.street_id')
    .select(['people.id as personId', 'people.name', sql<string[]>`array_agg(distinct roles.role)`.as('roles')])
    .where((eb) =>
      eb.or([
        eb('roles.community_id', '=', communityId),
        eb('roles.street_id', '=', eb.ref('communities.street_id')),
        eb('roles.district_id', '=', eb.ref('streets.district_id')),
      ]),
    )
    .where('roles.role', '<>', 'resident')
    .where('roles.starts_at', '<=', at)
    .where((eb) => eb.or([eb('roles.ends_at', 'is', null), eb('roles.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('roles.ended_at', 'is', null), eb('roles.ended_at', '>', at)]))
    .where('people.ended_at', 'is', null)
    .$narrowType<{ name: string }>()
    .groupBy(['people.id', 'people.name'])
    .orderBy('people.id')
    .execute();
  return rows.map((row) => ({ ...row, leads: row.roles.includes('community_secretary') || row.roles.includes('administrator') }));
}
