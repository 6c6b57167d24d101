import { z } from 'zod';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { name } from './inputs.ts';
import { forbidIf } from './why-not-manage-places.ts';
import { whyNotAdminister } from './why-not-administer.ts';

export const addDistrictInput = z.object({ name: name(60) });
export type AddDistrict = z.infer<typeof addDistrictInput>;

/** A district that this installation serves as well. Throws Invalid when it is there already. */
export async function addDistrict(viewer: Viewer, input: AddDistrict, how?: How): Promise<{ districtId: number }> {
  return perform({ actor: actorKey(viewer), verb: 'district.add', input }, how, async (act) => {
    forbidIf(whyNotAdminister(viewer));
    const added = await act.trx
      .insertInto('districts')
      .values({ name: input.name })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!added) throw new Invalid([{ field: 'name', code: 'places.name-taken' }]);
    await recordSecurityEvent(act, { name: 'district.added', actorId: viewer.personId, data: { districtId: added.id } });
    return { districtId: added.id };
  });
}
