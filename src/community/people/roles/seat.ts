import { Missing } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import type { RoleName } from '../viewer.ts';
import type { Seat, Where } from './why-not-give-role.ts';

/** The community with the street and district above it. Throws Missing. */
export async function findWhere(db: Database, communityId: number): Promise<Where> {
  const row = await db
    .selectFrom('communities')
    .innerJoin('streets', 'streets.id', 'communities.street_id')
    .select(['streets.id as streetId', 'streets.district_id as districtId'])
    .where('communities.id', '=', communityId)
    .executeTakeFirst();
  if (!row) throw new Missing();
  return { communityId, ...row };
}

/** The columns that say where a role stands: a community, a street or a district. */
export function scopeOf(role: RoleName, where: Where) {
  return {
    community_id: role === 'street_supervisor' || role === 'district_supervisor' ? null : where.communityId,
    street_id: role === 'street_supervisor' ? where.streetId : null,
    district_id: role === 'district_supervisor' ? where.districtId : null,
  };
}

/** What `whyNotGiveRole` must know about a role here and the person meant for it; `placeId` tells two building chiefs apart. */
export async function findSeat(
  db: Database,
  where: Where,
  role: RoleName,
  personId: string | null,
  at: Date,
  placeId: string | null = null,
): Promise<Seat> {
  const held = await db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .leftJoin('communities', 'communities.id', 'roles.community_id')
    .select([
      'roles.person_id',
      'roles.role',
      'roles.place_id',
      'roles.community_id',
      'roles.street_id',
      'roles.district_id',
      'communities.street_id as of_street',
    ])
    .where('people.ended_at', 'is', null)
    .where((eb) => eb.or([eb('roles.ended_at', 'is', null), eb('roles.ended_at', '>', at)]))
    .where((eb) => eb.or([eb('roles.ends_at', 'is', null), eb('roles.ends_at', '>', at)]))
    .where((eb) => eb.or([eb('roles.person_id', '=', personId), eb('roles.role', 'in', ['street_supervisor', 'district_supervisor'])]))
    .execute();
  const scope = scopeOf(role, where);
  const same = held.filter(
    (one) =>
      one.role === role &&
      one.community_id === scope.community_id &&
      one.street_id === scope.street_id &&
      one.district_id === scope.district_id,
  );
  const own = held.filter((one) => one.person_id === personId);
  return {
    role,
    where,
    personId,
    alreadyHeld: same.some((one) => one.person_id === personId && one.place_id === placeId),
    vacant: same.length === 0,
    leads: own.some((one) => one.of_street === where.streetId && (one.role === 'community_secretary' || one.role === 'administrator')),
    oversees: own.some((one) => one.role === 'street_supervisor' && one.street_id === where.streetId),
  };
}
