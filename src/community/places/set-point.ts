import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { datums, toWgs84 } from '#foundation/map/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

const typed = z.string({ error: 'input.needed' }).trim().min(1, 'input.needed').transform(Number);
const degrees = (most: number) =>
  z.union([z.number(), typed]).pipe(z.number('map.not-a-degree').min(-most, 'map.not-a-degree').max(most, 'map.not-a-degree'));

/** Where a building stands. `datum`: of the map the numbers were read from; kept is WGS-84. */
export const setPointInput = z.object({
  placeId: id,
  latitude: degrees(85),
  longitude: degrees(180),
  datum: z.enum(datums, 'input.choose'),
});
export type SetPoint = z.infer<typeof setPointInput>;

/** Puts a building on the map, or moves it; what was there before stays in the history. */
export async function setPoint(viewer: Viewer, communityId: number, input: SetPoint, how?: How): Promise<{ placeId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'place.locate', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    const place = await act.trx
      .selectFrom('places')
      .select('id')
      .where('community_id', '=', communityId)
      .where('id', '=', input.placeId)
      .where('level', '=', 'building')
      .where('ended_at', 'is', null)
      .executeTakeFirst();
    if (!place) throw new Missing();
    await keepPoints(act, viewer, communityId, [input]);
    await recordEvent(act, {
      communityId,
      name: 'place.located',
      subjectId: place.id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { datum: input.datum },
    });
    return { placeId: place.id };
  });
}

/** Writes where places lie, in the datum we keep. */
export async function keepPoints({ trx, now }: Act, viewer: Viewer, communityId: number, points: readonly SetPoint[]): Promise<void> {
  if (points.length === 0) return;
  const rows = points.map(({ placeId, datum, ...given }) => {
    const { latitude, longitude } = toWgs84(given, datum);
    return {
      community_id: communityId,
      id: newId(now),
      place_id: placeId,
      latitude: Number(latitude.toFixed(6)),
      longitude: Number(longitude.toFixed(6)),
      datum_given: datum,
      set_at: now,
      set_by: viewer.personId,
    };
  });
  // In parts: a statement takes 65,535 values at most.
  for (let at = 0; at < rows.length; at += 1000)
    await trx
      .insertInto('place_points')
      .values(rows.slice(at, at + 1000))
      .execute();
}
