import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { id, name } from './inputs.ts';
import { reachOrganization, type OrganizationRef } from './load-organization.ts';
import { forbidIf, whyNotKeep } from './why-not-organize.ts';

/** `households`: for how many it speaks; 20 to 50 for a representative [law RC 13], which is told, not forced. */
export const addSeatInput = z.object({
  name,
  placeId: id.optional(),
  households: z.coerce
    .number('input.not-usable')
    .int('input.not-usable')
    .min(1, 'input.not-usable')
    .max(5000, 'input.not-usable')
    .optional(),
  byLot: z.coerce.boolean().default(false),
});
export type AddSeat = z.infer<typeof addSeatInput>;

/** A seat in a body, which somebody can hold or leave empty; an empty seat counts in the quorum's base (D7). */
export async function addSeat(viewer: Viewer, ref: OrganizationRef, input: AddSeat, how?: How): Promise<{ seatId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'seat.add', input: [ref, input] }, how, async (act) => {
    const { communityId, id: organizationId, kind, ended } = await reachOrganization(act, ref);
    forbidIf(whyNotKeep(viewer, communityId, kind));
    refuseIf(ended ? 'organizations.ended' : null);
    const place = input.placeId ? await findPlaceForVoice(act.trx, communityId, input.placeId) : null;
    if (input.placeId && !place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
    const seatId = newId(act.now);
    await act.trx
      .insertInto('seats')
      .values({
        community_id: communityId,
        id: seatId,
        organization_id: organizationId,
        name: input.name,
        place_id: place?.id ?? null,
        households: input.households ?? null,
        by_lot: input.byLot,
        created_at: act.now,
        created_by: viewer.personId,
      })
      .execute();
    await recordEvent(act, {
      communityId,
      name: 'seat.added',
      subjectId: seatId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { organizationId },
    });
    return { seatId };
  });
}
