import { z } from 'zod';
import { Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { loadPlaces, lockPlaces } from './load-places.ts';
import { whyNotEndPlace } from './place.ts';
import { refreshFullNames } from './refresh-full-names.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

export const endPlaceInput = z.object({ placeId: id });
export type EndPlace = z.infer<typeof endPlaceInput>;

/** A place that is no more (pulled down, merged, entered by mistake). Its row stays, for the voices that speak of it. */
export async function endPlace(viewer: Viewer, communityId: number, input: EndPlace, how?: How): Promise<{ placeId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'place.end', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await lockPlaces(act, communityId);
    const places = await loadPlaces(act.trx, communityId);
    const place = places.find((each) => each.id === input.placeId);
    if (!place) throw new Missing();
    refuseIf(whyNotEndPlace(places.filter((each) => each.parentId === place.id).length));
    await act.trx
      .updateTable('places')
      .set({ ended_at: act.now })
      .where('community_id', '=', communityId)
      .where('id', '=', place.id)
      .execute();
    await refreshFullNames(act, communityId);
    await recordEvent(act, {
      communityId,
      name: 'place.ended',
      subjectId: place.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { level: place.level },
    });
    return { placeId: place.id };
  });
}
