import { sql } from 'kysely';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { hasRole, type RoleName, type Viewer } from '../viewer.ts';

export type HeldRole = { id: string; role: string; where: string | null; startsAt: Date; endsAt: Date | null };
export type Colleague = {
  personId: string;
  name: string;
  username: string | null;
  /** invited, but hasn't chosen a password of their own yet */
  waiting: boolean;
  roles: HeldRole[];
};

/** Who may read the list of people of a community: whoever works in its office or oversees it. */
export function whyNotReadPeople(viewer: Viewer, communityId: number): string | null {
  const reads = hasRole(
    viewer,
    communityId,
    'administrator',
    'community_secretary',
    'community_worker',
    'supervisory_member',
    'street_supervisor',
    'district_supervisor',
  );
  return viewer.kind === 'staff' && reads ? null : 'access.not-yours';
}

/**
 * Everybody who serves a community now, with the street and district above it, leaders first. Residents are not listed,
 * and nothing here tells what anybody said or about whom. Throws Forbidden.
 */
export async function findPeople(viewer: Viewer, communityId: number): Promise<Colleague[]> {
  if (whyNotReadPeople(viewer, communityId)) throw new Forbidden();
  const rows = await database()
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .innerJoin('communities', (join) => join.on('communities.id', '=', communityId))
    .innerJoin('streets', 'streets.id', 'communities.street_id')
    .innerJoin('districts', 'districts.id', 'streets.district_id')
    .leftJoin('passwords', 'passwords.person_id', 'people.id')
    .leftJoin('places', (join) => join.onRef('places.community_id', '=', 'roles.community_id').onRef('places.id', '=', 'roles.place_id'))
    .select([
      'people.id as personId',
      'people.name',
      'people.username',
      'roles.id',
      'roles.role',
      'roles.starts_at as startsAt',
      'roles.ends_at as endsAt',
      sql<boolean>`passwords.temporary_until is not null`.as('waiting'),
      sql<string | null>`coalesce(places.full_name, roles.unit_name,
        case roles.role when 'street_supervisor' then streets.name when 'district_supervisor' then districts.name end)`.as('where'),
    ])
    .where((eb) =>
      eb.or([
        eb('roles.community_id', '=', communityId),
        eb('roles.street_id', '=', eb.ref('streets.id')),
        eb('roles.district_id', '=', eb.ref('districts.id')),
      ]),
    )
    .where('roles.role', '<>', 'resident')
    .where('roles.ended_at', 'is', null)
    .where((eb) => eb.or([eb('roles.ends_at', 'is', null), eb('roles.ends_at', '>', sql<Date>`clock_timestamp()`)]))
    .where('people.ended_at', 'is', null)
    .$narrowType<{ name: string }>()
    .orderBy(sql`array_position(${order}::text[], roles.role)`)
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();
  return byPerson(rows);
}

const order: RoleName[] = [
  'community_secretary',
  'administrator',
  'community_worker',
  'liaison_officer',
  'building_chief',
  'property_manager',
  'supervisory_member',
  'street_supervisor',
  'district_supervisor',
];

function byPerson(rows: (HeldRole & Omit<Colleague, 'roles'>)[]): Colleague[] {
  const people = new Map<string, Colleague>();
  for (const { personId, name, username, waiting, ...role } of rows) {
    const person = people.get(personId) ?? { personId, name, username, waiting, roles: [] };
    person.roles.push(role);
    people.set(personId, person);
  }
  return [...people.values()];
}
