import type { Polygons } from './outline.ts';
import type { Point } from './point.ts';

/** West, south, east, north in degrees. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** Everything drawn, with a tenth of room around it; null when there is nothing. */
export function boundsOf(outlines: readonly Polygons[], points: readonly Point[]): Bounds | null {
  const corners = [...outlines.flat(3), ...points.map(({ longitude, latitude }): [number, number] => [longitude, latitude])];
  if (corners.length === 0) return null;
  const x = corners.map(([longitude]) => longitude);
  const y = corners.map(([, latitude]) => latitude);
  const [west, south, east, north] = [Math.min(...x), Math.min(...y), Math.max(...x), Math.max(...y)];
  // A single point still needs some ground around it.
  const room = Math.max(0.001, (east - west) / 10, (north - south) / 10);
  return [west - room, south - room, east + room, north + room];
}

/** How a map lies on a sheet of so many units: north is up, and a metre is as long in both directions. */
export function sheetOf(
  [west, south, east, north]: Bounds,
  width = 800,
): { width: number; height: number; at: (point: Point) => { x: number; y: number } } {
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = width / ((east - west) * narrow);
  return {
    width,
    height: Math.round((north - south) * scale),
    at: ({ longitude, latitude }) => ({ x: round((longitude - west) * narrow * scale), y: round((north - latitude) * scale) }),
  };
}

/** An outline as the path of an SVG drawing. */
export function pathOf(polygons: Polygons, at: (point: Point) => { x: number; y: number }): string {
  return polygons
    .flat()
    .map((ring) => {
      const corners = ring.slice(0, -1).map(([longitude, latitude]) => at({ longitude, latitude }));
      return `M${corners.map(({ x, y }) => `${x} ${y}`).join('L')}Z`;
    })
    .join('');
}

function round(units: number): number {
  return Math.round(units * 10) / 10;
}
