import { sql } from 'kysely';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { roleNames, type RoleName, type Viewer } from '../viewer.ts';
import { whyNotReadPeople } from './find-people.ts';
import { findWhere } from './seat.ts';
import { whyNotEndRole, type Where } from './why-not-give-role.ts';

export type PastRole = {
  id: string;
  role: RoleName;
  where: string;
  startsAt: Date;
  endsAt: Date | null;
  givenBy: string | null;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  /** null: the viewer may end it */
  whyNotEnd: string | null;
};
export type PersonPage = { personId: string; name: string; username: string | null; closed: boolean; waiting: boolean; roles: PastRole[] };

/**
 * Somebody who serves or served this community, with every role they held in its reach, and who gave and ended it. Throws
 * Forbidden, and Missing for residents and strangers.
 */
export async function findPerson(viewer: Viewer, communityId: number, personId: string): Promise<PersonPage> {
  if (whyNotReadPeople(viewer, communityId)) throw new Forbidden();
  if (!isId(personId)) throw new Missing();
  const where = await findWhere(database(), communityId);
  const rows = await rolesOf(personId, where);
  const first = rows[0];
  if (!first) throw new Missing();
  const roles = rows.map(({ id, role, ...row }): PastRole => {
    const name = roleNames.find((one) => one === role) ?? 'resident';
    const whyNotEnd = row.endedAt ? 'role.ended' : whyNotEndRole(viewer, { role: name, where, personId, lastAdministrator: false });
    return {
      id,
      role: name,
      where: row.where,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      givenBy: row.givenBy,
      endedAt: row.endedAt,
      endedBy: row.endedBy,
      endReason: row.endReason,
      whyNotEnd,
    };
  });
  return { personId, name: first.name, username: first.username, closed: first.closed, waiting: first.waiting, roles };
}

async function rolesOf(personId: string, where: Where) {
  return database()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .leftJoin('people as giver', 'giver.id', 'roles.given_by')
    .leftJoin('people as ender', 'ender.id', 'roles.ended_by')
    .leftJoin('passwords', 'passwords.person_id', 'people.id')
    .leftJoin('communities', 'communities.id', 'roles.community_id')
    .leftJoin('streets', 'streets.id', 'roles.street_id')
    .leftJoin('districts', 'districts.id', 'roles.district_id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select([
      'people.name',
      'people.username',
      sql<boolean>`people.ended_at is not null`.as('closed'),
      sql<boolean>`passwords.temporary_until is not null`.as('waiting'),
      'roles.id',
      'roles.role',
      'roles.starts_at as startsAt',
      'roles.ends_at as endsAt',
      'giver.name as givenBy',
      'roles.ended_at as endedAt',
      'ender.name as endedBy',
      'roles.end_reason as endReason',
      sql<string>`coalesce(places.full_name, roles.unit_name, communities.name, streets.name, districts.name)`.as('where'),
    ])
    .where('roles.person_id', '=', personId)
    .where('roles.role', '<>', 'resident')
    .$narrowType<{ name: string }>()
    .where((eb) =>
      eb.or([
        eb('roles.community_id', '=', where.communityId),
        eb('roles.street_id', '=', where.streetId),
        eb('roles.district_id', '=', where.districtId),
      ]),
    )
    .orderBy(sql`roles.ended_at desc nulls first`)
    .orderBy('roles.starts_at', 'desc')
    .execute();
}
