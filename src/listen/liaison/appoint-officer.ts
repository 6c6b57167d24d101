import { z } from 'zod';
import { shanghaiDay, shanghaiYear } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { actorKey, giveRole, phone, type Session, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachNomination } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotAppoint, whyNotCall } from './why-not-liaison.ts';

/**
 * `nominationId`: who was on the list; or `personId`: who serves as liaison officer here already and has no letter yet.
 * `placeIds`: the area, place by place. `shownName`, `shownPhone`: what the person agreed that residents read.
 */
export const appointOfficerInput = z
  .object({
    nominationId: z.uuid('input.not-found').optional(),
    personId: z.uuid('input.not-found').optional(),
    placeIds: z.array(z.uuid('input.not-found')).min(1, 'liaison.area-needed').max(12, 'input.too-many'),
    endsOn: z.iso.date('input.not-a-day'),
    shownName: words(60).optional(),
    shownPhone: phone.optional(),
  })
  .refine(({ nominationId, personId }) => (nominationId === undefined) !== (personId === undefined), {
    path: ['nominationId'],
    message: 'input.choose',
  });
export type AppointOfficer = z.infer<typeof appointOfficerInput>;

/**
 * Appoints by letter, for an area and a term. The area is a role of liaison officer for each place, given by the command
 * for roles and nothing else: so whoever is appointed reaches no more than that, and no longer (H6). Asks for a step-up;
 * throws Missing, Refused by `whyNotAppoint` or `whyNotGiveRole`, Invalid.
 */
export async function appointOfficer(
  viewer: Viewer,
  session: Session | null,
  communityId: number,
  input: AppointOfficer,
  how?: How,
): Promise<{ appointmentId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.appoint', input: [communityId, input] }, how, async (act) => {
    const personId = input.nominationId
      ? await chosen(act, viewer, communityId, input.nominationId)
      : await serving(act, viewer, communityId, input);
    const startsOn = shanghaiDay(act.now);
    if (input.endsOn <= startsOn) throw new Invalid([{ field: 'endsOn', code: 'role.until-past' }]);
    const id = newId(act.now);
    const year = shanghaiYear(act.now);
    await act.trx
      .insertInto('liaison_appointments')
      .values({
        community_id: communityId,
        id,
        year,
        serial: await nextSerial(act, communityId, year),
        person_id: personId,
        nomination_id: input.nominationId ?? null,
        starts_on: startsOn,
        ends_on: input.endsOn,
        shown_name: input.shownName ?? null,
        shown_phone: input.shownPhone ?? null,
        appointed_at: act.now,
        appointed_by: viewer.personId ?? '',
      })
      .execute();
    for (const placeId of new Set(input.placeIds)) {
      const roleId =
        (await heldFor(act, communityId, personId, placeId)) ??
        (
          await giveRole(
            viewer,
            session,
            communityId,
            { role: 'liaison_officer', personId, placeId, until: input.endsOn },
            { ...how, key: undefined, within: act },
          )
        ).roleId;
      await act.trx
        .insertInto('liaison_areas')
        .values({ community_id: communityId, id: newId(act.now), appointment_id: id, place_id: placeId, role_id: roleId })
        .execute();
    }
    await recordLiaison(act, viewer, { communityId, subjectId: id, name: 'appointed', data: { until: input.endsOn }, owed: true });
    return { appointmentId: id };
  });
}

async function chosen(act: Act, viewer: Viewer, communityId: number, nominationId: string): Promise<string> {
  const nomination = await reachNomination(act.trx, { communityId, id: nominationId });
  refuseIf(whyNotAppoint(nomination, viewer, act.now));
  return nomination.personId;
}

/** Those who served before letters were written here. */
async function serving({ trx, now }: Act, viewer: Viewer, communityId: number, { personId = '' }: AppointOfficer): Promise<string> {
  refuseIf(whyNotCall(viewer, communityId));
  if (personId === viewer.personId) throw new Refused('role.not-to-yourself');
  const role = await trx
    .selectFrom('roles')
    .select('id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'liaison_officer')
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)]))
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .executeTakeFirst();
  if (!role) throw new Refused('liaison.not-chosen');
  const lettered = await trx
    .selectFrom('liaison_appointments as one')
    .select('one.id')
    .where('one.community_id', '=', communityId)
    .where('one.person_id', '=', personId)
    .where('one.ends_on', '>=', shanghaiDay(now))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('liaison_endings as ending')
            .select('ending.id')
            .whereRef('ending.community_id', '=', 'one.community_id')
            .whereRef('ending.appointment_id', '=', 'one.id'),
        ),
      ),
    )
    .executeTakeFirst();
  if (lettered) throw new Refused('liaison.appointed-already');
  return personId;
}

async function heldFor({ trx, now }: Act, communityId: number, personId: string, placeId: string): Promise<string | null> {
  const role = await trx
    .selectFrom('roles')
    .select('id')
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('role', '=', 'liaison_officer')
    .where('place_id', '=', placeId)
    .where((eb) => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>', now)]))
    .where((eb) => eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)]))
    .executeTakeFirst();
  return role?.id ?? null;
}

/** The next number of a letter this year; the community waits its turn until this transaction ends. */
async function nextSerial({ trx }: Act, communityId: number, year: number): Promise<number> {
  await trx.selectFrom('communities').select('id').where('id', '=', communityId).forNoKeyUpdate().execute();
  const { last } = await trx
    .selectFrom('liaison_appointments')
    .select((eb) => eb.fn.max<number | null>('serial').as('last'))
    .where('community_id', '=', communityId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow();
  return (last ?? 0) + 1;
}
