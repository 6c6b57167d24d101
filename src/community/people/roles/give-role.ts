import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { endOfShanghaiDay } from '#foundation/calendar/index.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { id, line } from '../inputs.ts';
import { publishName } from '../personal-data/publish-name.ts';
import { recordSecurityEvent } from '../security-event.ts';
import { requireStepUp, type Session } from '../sessions/session.ts';
import { actorKey, roleNames, type Viewer } from '../viewer.ts';
import { findSeat, findWhere, scopeOf } from './seat.ts';
import { whyNotGiveRole } from './why-not-give-role.ts';

/** `until`: the last day of the term, `YYYY-MM-DD`. `placeId`: the building or grid a chief or liaison officer stands for. */
export const roleInput = z.object({
  role: z.enum(roleNames, 'input.choose'),
  placeId: id.optional(),
  unitName: line(60).optional(),
  until: z.iso.date('input.not-a-day').optional(),
});
export type Role = z.infer<typeof roleInput>;

export const giveRoleInput = roleInput.extend({ personId: id });
export type GiveRole = z.infer<typeof giveRoleInput>;

/**
 * Gives a person a role in this community (or its street or district). Works from their next request on. Asks for a
 * step-up; throws Refused by `whyNotGiveRole`, Invalid for a role without its place, Missing for an unknown person and for
 * somebody who serves elsewhere only: their name is not this community's to learn.
 */
export async function giveRole(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  input: GiveRole,
  how?: How,
): Promise<{ roleId: string }> {
  requireStepUp(session, how?.now ?? (await databaseTime()));
  return perform({ actor: actorKey(viewer), verb: 'role.give', input: [communityId, input] }, how, async (act) => {
    const person = await act.trx
      .selectFrom('people')
      .select('id')
      .where('id', '=', input.personId)
      .where('ended_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!person || (await servesElsewhereOnly(act.trx, person.id, communityId))) throw new Missing();
    return { roleId: await writeRole(act, viewer, communityId, person.id, input) };
  });
}

async function servesElsewhereOnly(trx: Act['trx'], personId: string, communityId: number): Promise<boolean> {
  const held = await trx
    .selectFrom('roles')
    .select(['community_id', 'street_id', 'district_id'])
    .where('person_id', '=', personId)
    .execute();
  const here = await findWhere(trx, communityId);
  const inReach = held.some(
    (one) => one.community_id === communityId || one.street_id === here.streetId || one.district_id === here.districtId,
  );
  return held.length > 0 && !inReach;
}

/** Within a command: checks the rule and writes the role with its line in the security log. */
export async function writeRole(act: Act, viewer: Viewer, communityId: number, personId: string, input: Role): Promise<string> {
  const { trx, now } = act;
  const where = await findWhere(trx, communityId);
  // Two supervisors appointed "first" at the same moment: the second waits here and finds the seat taken.
  await trx.selectFrom('streets').select('id').where('id', '=', where.streetId).forUpdate().execute();
  const placeId = await placeFor(act, communityId, input);
  refuseIf(whyNotGiveRole(viewer, await findSeat(trx, where, input.role, personId, now, placeId)));
  const endsAt = input.until ? endOfShanghaiDay(input.until) : null;
  if (endsAt && endsAt <= now) throw new Invalid([{ field: 'until', code: 'role.until-past' }]);
  if (input.role !== 'resident') await publishName(act, viewer, communityId, personId);
  const roleId = newId(now);
  await trx
    .insertInto('roles')
    .values({
      id: roleId,
      person_id: personId,
      role: input.role,
      ...scopeOf(input.role, where),
      place_id: placeId,
      unit_name: input.role === 'property_manager' ? (input.unitName ?? null) : null,
      starts_at: now,
      ends_at: endsAt,
      given_by: viewer.personId,
      given_at: now,
    })
    .execute();
  await recordSecurityEvent(act, {
    name: 'role.given',
    personId,
    actorId: viewer.personId,
    communityId,
    data: { role: input.role, roleId },
  });
  return roleId;
}

async function placeFor({ trx }: Act, communityId: number, { role, placeId }: Role): Promise<string | null> {
  if (role !== 'building_chief' && role !== 'liaison_officer' && role !== 'resident') return null;
  if (!placeId && role === 'resident') return null;
  if (!placeId) throw new Invalid([{ field: 'placeId', code: 'role.place-needed' }]);
  const place = await trx
    .selectFrom('places')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', placeId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
  return place.id;
}
