import { z } from 'zod';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { name } from './inputs.ts';
import { forbidIf } from './why-not-manage-places.ts';
import { whyNotAdminister } from './why-not-administer.ts';

export const addStreetInput = z.object({ districtId: z.coerce.number('input.choose').int('input.choose'), name: name(60) });
export type AddStreet = z.infer<typeof addStreetInput>;

/** A street of a known district. Throws Invalid when the district has one of this name or doesn't exist. */
export async function addStreet(viewer: Viewer, input: AddStreet, how?: How): Promise<{ streetId: number }> {
  return perform({ actor: actorKey(viewer), verb: 'street.add', input }, how, async (act) => {
    forbidIf(whyNotAdminister(viewer));
    const district = await act.trx.selectFrom('districts').select('id').where('id', '=', input.districtId).executeTakeFirst();
    if (!district) throw new Invalid([{ field: 'districtId', code: 'input.not-found' }]);
    const added = await act.trx
      .insertInto('streets')
      .values({ district_id: district.id, name: input.name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) throw new Invalid([{ field: 'name', code: 'places.name-taken' }]);
    await recordSecurityEvent(act, { name: 'street.added', actorId: viewer.personId, data: { streetId: added.id } });
    return { streetId: added.id };
  });
}
