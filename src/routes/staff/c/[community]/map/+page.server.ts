import { redirect } from '@sveltejs/kit';
import { datums } from '#foundation/map/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import {
  findMap,
  removeOutline,
  removeOutlineInput,
  setOutline,
  setOutlineInput,
  setPoint,
  setPointInput,
  whyNotManagePlaces,
} from '#community/places/index.ts';
import { findHeat, seesBoard } from '#statistics/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { drawingOf } from '../../../../map-drawing.ts';
import { sayMoment } from '../../../../say-date.ts';
import { deskAt } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where things lie, and where the open voices are; the keepers of the places draw it. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const mayManage = whyNotManagePlaces(viewer, community.id) === null;
  const sees = seesBoard(viewer, community.id);
  if (!sees && !mayManage) throw new Forbidden();
  const [map, heat] = await Promise.all([findMap(community.id), sees ? findHeat(viewer, community.id) : null]);
  const cells = [...(heat?.grids ?? []), ...(heat?.buildings ?? [])];
  return {
    slug: community.slug,
    key: crypto.randomUUID(),
    mayManage,
    datums: datums.map((datum) => ({ value: datum, label: datum })),
    drawing: drawingOf(map, new Map(cells.map(({ id, count }) => [id, count]))),
    heat: heat && {
      grids: heat.grids.map(({ name, count }) => ({ name, count })),
      buildings: heat.buildings.map(({ name, count }) => ({ name, count })),
      hidden: heat.hidden,
    },
    outlines: map.outlines.map(({ placeId, name, setAt, by }) => ({ placeId, name, at: sayMoment(setAt), by })),
    areas: map.areas.map(({ id, name }) => ({ value: id, label: name })),
    buildings: map.buildings.map(({ id, name, point }) => ({
      value: id,
      label: name,
      at: point && `${point.latitude.toFixed(6)}, ${point.longitude.toFixed(6)}`,
    })),
  };
};

export const actions: Actions = {
  point: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      await setPoint(viewer, community.id, parsed(setPointInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.staffMap(community.slug));
    }),
  outline: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      const way = form.values['way'] ?? 'imported';
      await setOutline(viewer, community.id, parsed(setOutlineInput.safeParse({ ...form.values, way })), { key: form.key });
      redirect(303, paths.staffMap(community.slug));
    }),
  remove: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      await removeOutline(viewer, community.id, parsed(removeOutlineInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.staffMap(community.slug));
    }),
};
