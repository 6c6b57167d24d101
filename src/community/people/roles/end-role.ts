import { z } from 'zod';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import type { Database } from '#foundation/server/database.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { id, line } from '../inputs.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { actorKey, roleNames, type RoleName, type Viewer } from '../viewer.ts';
import { findWhere } from './seat.ts';
import { whyNotEndRole } from './why-not-give-role.ts';

export const endRoleInput = z.object({ roleId: id, reason: line(200) });
export type EndRole = z.infer<typeof endRoleInput>;

/**
 * Ends a role, with the reason. The person's sessions stay, but from their next request on they no longer carry it.
 * Throws Missing when no such role is held here, Refused by `whyNotEndRole`.
 */
export async function endRole(viewer: Viewer, communityId: number, input: EndRole, how?: How): Promise<{ roleId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'role.end', input: [communityId, input] }, how, async (act) => {
    const { trx, now } = act;
    const where = await findWhere(trx, communityId);
    // All administrators of the community are locked in turn, so that two can't each end the other as "not the last".
    await trx
      .selectFrom('roles')
      .select('id')
      .where('community_id', '=', communityId)
      .where('role', '=', 'administrator')
      .where('ended_at', 'is', null)
      .orderBy('id')
      .forUpdate()
      .execute();
    const held = await trx
      .selectFrom('roles')
      .select(['id', 'person_id as personId', 'role'])
      .where('id', '=', input.roleId)
      .where('ended_at', 'is', null)
      .where((eb) =>
        eb.or([eb('community_id', '=', communityId), eb('street_id', '=', where.streetId), eb('district_id', '=', where.districtId)]),
      )
      .forUpdate()
      .executeTakeFirst();
    const role = roleNames.find((name) => name === held?.role);
    if (!held || !role) throw new Missing();
    const lastAdministrator = !(await anotherAdministrator(trx, communityId, held.id));
    refuseIf(whyNotEndRole(viewer, { role, where, personId: held.personId, lastAdministrator }));
    await trx
      .updateTable('roles')
      .set({ ended_at: now, ended_by: viewer.personId, end_reason: input.reason })
      .where('id', '=', held.id)
      .execute();
    // What they had promised passes to whoever takes over.
    await enqueue(act, 'pass-on-commitments', { personId: held.personId });
    await recordSecurityEvent(act, {
      name: 'role.ended',
      personId: held.personId,
      actorId: viewer.personId,
      communityId,
      data: { role, roleId: held.id },
    });
    return { roleId: held.id };
  });
}

/** Somebody else who can still enter and administer here. */
async function anotherAdministrator(db: Database, communityId: number, roleId: string): Promise<boolean> {
  const another = await db
    .selectFrom('roles')
    .innerJoin('people', 'people.id', 'roles.person_id')
    .select('roles.id')
    .where('roles.community_id', '=', communityId)
    .where('roles.role', '=', 'administrator' satisfies RoleName)
    .where('roles.ended_at', 'is', null)
    .where('roles.ends_at', 'is', null)
    .where('roles.id', '<>', roleId)
    .where('people.ended_at', 'is', null)
    .executeTakeFirst();
  return another !== undefined;
}
