import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, keepPerson, type Viewer } from '#community/people/index.ts';
import { day, id, text } from './inputs.ts';
import { reachOrganization, type Organization, type OrganizationRef } from './load-organization.ts';
import { isPublicOffice, membershipWays, offices, tiers } from './organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

/** Somebody known here (`personId`), or by their `name`, as they are known in the function they take on. */
export const enterMemberInput = z
  .object({
    personId: id.optional(),
    name: text(60).optional(),
    seatId: id.optional(),
    office: z.enum(offices, 'input.choose').default('member'),
    tier: z.enum(tiers, 'input.choose').optional(),
    way: z.enum(membershipWays, 'input.choose'),
    startsOn: day,
    termEndsOn: day.optional(),
  })
  .refine((input) => input.personId ?? input.name, { path: ['name'], message: 'input.needed' })
  .refine((input) => !input.termEndsOn || input.termEndsOn > input.startsOn, {
    path: ['termEndsOn'],
    message: 'organizations.term-ends-first',
  });
export type EnterMember = z.infer<typeof enterMemberInput>;

/**
 * Writes down that somebody takes an office, a seat or their place in a group, and until when. Throws Invalid for a person
 * or seat that isn't there or is taken; Refused where they sit already.
 */
export async function enterMember(viewer: Viewer, ref: OrganizationRef, input: EnterMember, how?: How): Promise<{ membershipId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'membership.enter', input: [ref, input] }, how, async (act) => {
    const organization = await reachOrganization(act, ref);
    const { communityId } = organization;
    forbidIf(whyNotKeep(viewer, communityId, organization.kind));
    refuseIf(organization.ended ? 'organizations.ended' : null);
    if (input.seatId) await assertFreeSeat(act, organization, input.seatId);
    const personId = await whoIsIt(act, viewer, organization, input);
    const membershipId = newId(act.now);
    await act.trx
      .insertInto('memberships')
      .values({
        community_id: communityId,
        id: membershipId,
        organization_id: organization.id,
        person_id: personId,
        seat_id: input.seatId ?? null,
        office: input.office,
        tier: input.tier ?? null,
        way: input.way,
        starts_on: input.startsOn,
        term_ends_on: input.termEndsOn ?? null,
        entered_at: act.now,
        entered_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'membership.entered',
      subjectId: membershipId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId: organization.id, office: input.office, way: input.way },
    });
    return { membershipId };
  });
}

async function whoIsIt(
  act: Act,
  viewer: Viewer,
  { communityId, id: organizationId, kind }: Organization,
  input: EnterMember,
): Promise<string> {
  if (!input.personId) {
    const published = isPublicOffice(kind, input.office);
    return keepPerson(act, { name: input.name ?? '', published, createdBy: viewer.personId });
  }
  const person = await act.trx
    .selectFrom('people')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.person_id', '=', 'people.id')
        .on('memberships.community_id', '=', communityId)
        .on('memberships.organization_id', '=', organizationId)
        .on('memberships.ended_at', 'is', null),
    )
    .select(['people.id', 'memberships.id as sits'])
    .where('people.id', '=', input.personId)
    .where('people.ended_at', 'is', null)
    .executeTakeFirst();
  if (!person) throw new Invalid([{ field: 'personId', code: 'input.not-found' }]);
  refuseIf(person.sits ? 'organizations.sits-already' : null);
  return person.id;
}

async function assertFreeSeat({ trx }: Act, { communityId, id: organizationId }: Organization, seatId: string): Promise<void> {
  const seat = await trx
    .selectFrom('seats')
    .leftJoin('memberships', (join) =>
      join
        .onRef('memberships.community_id', '=', 'seats.community_id')
        .onRef('memberships.seat_id', '=', 'seats.id')
        .on('memberships.ended_at', 'is', null),
    )
    .select(['seats.id', 'memberships.id as held'])
    .where('seats.community_id', '=', communityId)
    .where('seats.organization_id', '=', organizationId)
    .where('seats.id', '=', seatId)
    .where('seats.ended_at', 'is', null)
    .executeTakeFirst();
  if (!seat) throw new Invalid([{ field: 'seatId', code: 'input.not-found' }]);
  if (seat.held) throw new Invalid([{ field: 'seatId', code: 'organizations.seat-held' }]);
}
