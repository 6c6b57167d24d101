import { z } from 'zod';
import { Invalid, Missing } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id, placeName } from './inputs.ts';
import { loadPlaces, lockPlaces } from './load-places.ts';
import { refreshFullNames } from './refresh-full-names.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

export const renamePlaceInput = z.object({ placeId: id, name: placeName });
export type RenamePlace = z.infer<typeof renamePlaceInput>;

/** Gives a living place another name and everything below it another address. `renamed`: how many addresses changed. */
export async function renamePlace(viewer: Viewer, communityId: number, input: RenamePlace, how?: How): Promise<{ renamed: number }> {
  return perform({ actor: actorKey(viewer), verb: 'place.rename', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await lockPlaces(act, communityId);
    const places = await loadPlaces(act.trx, communityId);
    const place = places.find((each) => each.id === input.placeId);
    if (!place) throw new Missing();
    if (place.name === input.name) return { renamed: 0 };
    const taken = places.some((each) => each.parentId === place.parentId && each.level === place.level && each.name === input.name);
    if (taken) throw new Invalid([{ field: 'name', code: 'places.name-taken' }]);
    await act.trx
      .updateTable('places')
      .set({ name: input.name })
      .where('community_id', '=', communityId)
      .where('id', '=', place.id)
      .execute();
    const renamed = await refreshFullNames(act, communityId);
    await recordEvent(act, {
      communityId,
      name: 'place.renamed',
      subjectId: place.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { level: place.level },
    });
    return { renamed };
  });
}
