import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id, placeName } from './inputs.ts';
import { loadPlaces, lockPlaces } from './load-places.ts';
import { placeLevels, whyNotUnder } from './place.ts';
import { refreshFullNames } from './refresh-full-names.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

/** Without `parentId` the place stands directly in the community. */
export const addPlaceInput = z.object({ level: z.enum(placeLevels, 'input.choose'), name: placeName, parentId: id.optional() });
export type AddPlace = z.infer<typeof addPlaceInput>;

/** Adds one place to the tree. Throws Invalid when the name is taken there or the parent is unknown or unsuitable. */
export async function addPlace(viewer: Viewer, communityId: number, input: AddPlace, how?: How): Promise<{ placeId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'place.add', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await lockPlaces(act, communityId);
    const places = await loadPlaces(act.trx, communityId);
    const parent = input.parentId === undefined ? null : places.find((place) => place.id === input.parentId);
    if (parent === undefined) throw new Invalid([{ field: 'parentId', code: 'input.not-found' }]);
    const unsuitable = whyNotUnder(input.level, parent?.level ?? null);
    if (unsuitable) throw new Invalid([{ field: 'level', code: unsuitable }]);
    const beside = places.filter((place) => place.parentId === (parent?.id ?? null) && place.level === input.level);
    if (beside.some((place) => place.name === input.name)) throw new Invalid([{ field: 'name', code: 'places.name-taken' }]);
    const placeId = newId(act.now);
    await act.trx
      .insertInto('places')
      .values({
        community_id: communityId,
        id: placeId,
        parent_id: parent?.id ?? null,
        level: input.level,
        name: input.name,
        full_name: input.name,
        building_id: input.level === 'building' ? placeId : (parent?.buildingId ?? null),
        created_at: act.now,
        created_by: viewer.personId,
      })
      .execute();
    await refreshFullNames(act, communityId);
    await recordEvent(act, {
      communityId,
      name: 'place.added',
      subjectId: placeId,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { level: input.level },
    });
    return { placeId };
  });
}
