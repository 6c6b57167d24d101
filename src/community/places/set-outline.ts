import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { datums, outlineLimits, readOutline } from '#foundation/map/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { id } from './inputs.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

/** The edge of the community (without `placeId`) or of one of its grids or estates, as GeoJSON. */
export const setOutlineInput = z.object({
  placeId: id.optional(),
  outline: z.string({ error: 'input.needed' }).trim().min(1, 'input.needed').max(outlineLimits.characters, 'map.too-many-corners'),
  datum: z.enum(datums, 'input.choose'),
  way: z.enum(['drawn', 'imported'], 'input.choose'),
});
export type SetOutline = z.infer<typeof setOutlineInput>;

export const removeOutlineInput = z.object({ placeId: id.optional() });
export type RemoveOutline = z.infer<typeof removeOutlineInput>;

/** Draws or replaces an outline; the one before stays in the history. Throws Invalid with what is wrong with the drawing. */
export async function setOutline(viewer: Viewer, communityId: number, input: SetOutline, how?: How): Promise<{ corners: number }> {
  return perform({ actor: actorKey(viewer), verb: 'place.outline', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await checkPlace(act, communityId, input.placeId);
    const read = readOutline(input.outline, input.datum);
    if ('problem' in read) throw new Invalid([{ field: 'outline', code: read.problem }]);
    const { way, datum } = input;
    await keep(act, viewer, communityId, { placeId: input.placeId, polygons: JSON.stringify(read.polygons), way, datum });
    return { corners: read.polygons.flat(2).length };
  });
}

/** Takes an outline off the map. */
export async function removeOutline(viewer: Viewer, communityId: number, input: RemoveOutline, how?: How): Promise<{ removed: true }> {
  return perform({ actor: actorKey(viewer), verb: 'place.outline-remove', input: [communityId, input] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await checkPlace(act, communityId, input.placeId);
    await keep(act, viewer, communityId, { placeId: input.placeId, polygons: null, way: 'removed', datum: 'WGS84' });
    return { removed: true };
  });
}

async function checkPlace({ trx }: Act, communityId: number, placeId: string | undefined): Promise<void> {
  if (placeId === undefined) return;
  const place = await trx
    .selectFrom('places')
    .select('id')
    .where('community_id', '=', communityId)
    .where('id', '=', placeId)
    .where('level', 'in', ['grid', 'estate'])
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
}

type Kept = { placeId: string | undefined; polygons: string | null; way: 'drawn' | 'imported' | 'removed'; datum: string };

async function keep(act: Act, viewer: Viewer, communityId: number, { placeId, polygons, way, datum }: Kept): Promise<void> {
  const row = newId(act.now);
  await act.trx
    .insertInto('outlines')
    .values({
      community_id: communityId,
      id: row,
      place_id: placeId ?? null,
      polygons,
      way,
      datum_given: datum,
      set_at: act.now,
      set_by: viewer.personId,
    })
    .execute();
  await recordEvent(act, {
    communityId,
    name: 'place.outlined',
    subjectId: placeId ?? row,
    actorId: viewer.personId,
    actorRole: actingRole(viewer, communityId),
    data: { way, datum },
  });
}
