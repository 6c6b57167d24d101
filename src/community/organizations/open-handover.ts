import { z } from 'zod';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id, text } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

/** `things`: seal, books, money, open matters; `toMembershipId`: who takes them over, once that is known. */
export const openHandoverInput = z.object({ membershipId: id, toMembershipId: id.optional(), things: text(1000) });
export type OpenHandover = z.infer<typeof openHandoverInput>;

/** Days within which an office is handed over to its successor [law RC 25]. */
const handoverDays = 10;

/** Somebody leaves an office: what is to be passed on is listed, with a date. Throws Missing, Refused. */
export async function openHandover(viewer: Viewer, ref: OrganizationRef, input: OpenHandover, how?: How): Promise<{ handoverId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'handover.open', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    const sides = [input.membershipId, ...(input.toMembershipId ? [input.toMembershipId] : [])];
    const there = await act.trx
      .selectFrom('memberships')
      .select('id')
      .where('community_id', '=', communityId)
      .where('organization_id', '=', organizationId)
      .where('id', 'in', sides)
      .execute();
    if (there.length !== new Set(sides).size) throw new Missing();
    refuseIf(sides.length > there.length ? 'organizations.handover-to-oneself' : null);
    const handoverId = newId(act.now);
    await act.trx
      .insertInto('handovers')
      .values({
        community_id: communityId,
        id: handoverId,
        organization_id: organizationId,
        from_membership_id: input.membershipId,
        to_membership_id: input.toMembershipId ?? null,
        things: input.things,
        due_on: shiftDay(shanghaiDay(act.now), handoverDays),
        opened_at: act.now,
        opened_by: viewer.personId ?? '',
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'handover.opened',
      subjectId: handoverId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { handoverId };
  });
}
