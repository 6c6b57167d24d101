import { findMap } from '#community/places/index.ts';
import { findMattersOnMap } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { drawingOf } from '../../../../map-drawing.ts';
import { communityAt } from '../community-at.ts';
import type { PageServerLoad } from './$types';

/** What neighbours said, where it is: only what was published with a building. */
export const load: PageServerLoad = async ({ params }) => {
  const { id, slug } = await communityAt(params.community);
  const [map, matters] = await Promise.all([findMap(id), findMattersOnMap(id)]);
  const byBuilding = Map.groupBy(matters, ({ buildingId }) => buildingId);
  const counts = new Map([...byBuilding].map(([building, here]) => [building, here.length]));
  return {
    drawing: drawingOf(map, counts, true),
    buildings: map.buildings.flatMap(({ id: building, name }) => {
      const here = byBuilding.get(building) ?? [];
      if (here.length === 0) return [];
      return [{ id: building, name, matters: here.map(({ number, title }) => ({ number, title, href: paths.voice(slug, number) })) }];
    }),
  };
};
