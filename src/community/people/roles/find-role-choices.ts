import { database, databaseTime } from '#foundation/server/database.ts';
import { roleNames, type RoleName, type Viewer } from '../viewer.ts';
import { findSeat, findWhere } from './seat.ts';
import { rolesToGive } from './why-not-give-role.ts';

/** The roles this viewer may give here; residents come by telephone or card and are not on the list. */
export async function findRoleChoices(viewer: Viewer, communityId: number): Promise<RoleName[]> {
  const db = database();
  const where = await findWhere(db, communityId);
  const now = await databaseTime();
  const street = await findSeat(db, where, 'street_supervisor', null, now);
  const district = await findSeat(db, where, 'district_supervisor', null, now);
  const vacant = (role: RoleName) => (role === 'street_supervisor' ? street.vacant : district.vacant);
  return rolesToGive(viewer, where, vacant, roleNames).filter((role) => role !== 'resident');
}
