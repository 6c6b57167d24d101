import { newId } from '#foundation/ids.ts';
import type { Act } from '#foundation/server/perform.ts';
import { recordSecurityEvent } from '../security-event.ts';

/** Within a command: makes a person a resident of the community unless they are one already. `placeId`: their household. */
export async function makeResident(
  act: Act,
  communityId: number,
  personId: string,
  given: { by?: string | null; placeId?: string | null } = {},
): Promise<void> {
  const { trx, now } = act;
  const already = await trx
    .selectFrom('roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('community_id', '=', communityId)
    .where('role', '=', 'resident')
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (already) return;
  await trx
    .insertInto('roles')
    .values({
      id: newId(now),
      person_id: personId,
      role: 'resident',
      community_id: communityId,
      place_id: given.placeId ?? null,
      starts_at: now,
      given_at: now,
      given_by: given.by ?? null,
    })
    .execute();
  await recordSecurityEvent(act, { name: 'role.given', personId, actorId: given.by ?? personId, communityId, data: { role: 'resident' } });
}
