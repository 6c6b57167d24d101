import { boundsOf, pathOf, sheetOf, type Bounds, type Point, type Polygons } from '#foundation/map/index.ts';
import type { CommunityMap } from '#community/places/index.ts';

/** A community as a drawing: for the sheet that needs no script, and for the map that can be moved. */
export type MapDrawing = {
  bounds: Bounds;
  width: number;
  height: number;
  areas: { id: string; name: string | null; path: string; polygons: Polygons; heat: number }[];
  points: { id: string; name: string; x: number; y: number; point: Point; count: number }[];
};

/** `heat`: how many there are in a grid or building; null when nothing has a place on the earth yet. */
export function drawingOf(map: CommunityMap, heat: ReadonlyMap<string, number>, onlyCounted = false): MapDrawing | null {
  const placed = map.buildings.flatMap(({ id, name, point }) => (point && (!onlyCounted || heat.has(id)) ? [{ id, name, point }] : []));
  const bounds = boundsOf(
    map.outlines.map(({ polygons }) => polygons),
    placed.map(({ point }) => point),
  );
  if (!bounds) return null;
  const { width, height, at } = sheetOf(bounds);
  return {
    bounds,
    width,
    height,
    areas: map.outlines.map(({ placeId, name, polygons }) => ({
      id: placeId ?? '',
      name,
      path: pathOf(polygons, at),
      polygons,
      heat: heat.get(placeId ?? '') ?? 0,
    })),
    points: placed.map(({ id, name, point }) => ({ id, name, ...at(point), point, count: heat.get(id) ?? 0 })),
  };
}
