import { Missing, refuseIf } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import { roleNames, type Viewer } from '../viewer.ts';
import { findWhere } from './seat.ts';
import { whyNotEndRole } from './why-not-give-role.ts';

/**
 * Only who could end every role somebody holds may close their account or hand it a new password. Throws Missing when
 * they hold none here, Refused with the rule of the role in the way.
 */
export async function assertHeldHere(db: Database, viewer: Viewer, communityId: number, personId: string): Promise<void> {
  const rows = await db
    .selectFrom('roles')
    .leftJoin('communities', 'communities.id', 'roles.community_id')
    .leftJoin('streets', 'streets.id', 'communities.street_id')
    .select([
      'roles.role',
      'roles.community_id',
      'roles.street_id',
      'roles.district_id',
      'streets.id as of_street',
      'streets.district_id as of_district',
    ])
    .where('roles.person_id', '=', personId)
    .where('roles.ended_at', 'is', null)
    .execute();
  const here = await findWhere(db, communityId);
  const inReach = rows.some(
    (row) => row.community_id === communityId || row.street_id === here.streetId || row.district_id === here.districtId,
  );
  if (!inReach) throw new Missing();
  for (const row of rows) {
    const role = roleNames.find((name) => name === row.role);
    if (!role) continue;
    const where = {
      communityId: row.community_id ?? communityId,
      streetId: row.of_street ?? row.street_id ?? here.streetId,
      districtId: row.of_district ?? row.district_id ?? here.districtId,
    };
    refuseIf(whyNotEndRole(viewer, { role, where, personId, lastAdministrator: false }));
  }
}
