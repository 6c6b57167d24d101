import { database, databaseTime } from '#foundation/server/database.ts';
import { naturalOrder } from './natural-order.ts';
import { roleNames, type RoleName, type Viewer } from '../viewer.ts';
import { findSeat, findWhere } from './seat.ts';
import { rolesToGive } from './why-not-give-role.ts';

export type RoleChoices = { roles: RoleName[]; places: { id: string; name: string }[] };

/** The roles this viewer may give here, and the grids, estates, buildings and stairwells a role can stand for. */
export async function findRoleChoices(viewer: Viewer, communityId: number): Promise<RoleChoices> {
  const db = database();
  const where = await findWhere(db, communityId);
  const now = await databaseTime();
  const street = await findSeat(db, where, 'street_supervisor', null, now);
  const district = await findSeat(db, where, 'district_supervisor', null, now);
  const vacant = (role: RoleName) => (role === 'street_supervisor' ? street.vacant : district.vacant);
  const roles = rolesToGive(viewer, where, vacant, roleNames).filter((role) => role !== 'resident');
  const placed = roles.includes('building_chief') || roles.includes('liaison_officer');
  return { roles, places: placed ? await findRolePlaces(communityId) : [] };
}

async function findRolePlaces(communityId: number): Promise<{ id: string; name: string }[]> {
  return database().selectFrom('places')
    .select(['id', 'full_name as name'])
    .where('community_id', '=', communityId)
    .where('level', 'in', ['grid', 'estate', 'building', 'unit'])
    .where('ended_at', 'is', null)
    .orderBy(naturalOrder('full_name'))
    .limit(1000)
    .execute();
}
