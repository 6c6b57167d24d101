import { z } from 'zod';
import { toWgs84 } from './datum.ts';
import { datums, type Datum } from './point.ts';

/** Polygons as GeoJSON has them: of each the outer ring, then holes; a ring ends where it began; [longitude, latitude]. */
export type Polygons = [longitude: number, latitude: number][][][];

/** what a neighbourhood needs; more is the map of a province, or a mistake */
export const outlineLimits = { characters: 400_000, polygons: 20, corners: 2000, degrees: 0.5 };

export type OutlineProblem =
  | 'map.not-geojson'
  | 'map.no-polygon'
  | 'map.too-many-corners'
  | 'map.not-closed'
  | 'map.off-the-earth'
  | 'map.too-large'
  | 'map.no-area';

const position = z.array(z.number()).min(2);
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) });
const multi = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) });
const geometry = z.discriminatedUnion('type', [polygon, multi]);
const feature = z.object({ type: z.literal('Feature'), geometry });
const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(feature).max(outlineLimits.polygons) });
const file = z.union([geometry, feature, collection]);

/**
 * Reads the outline in a GeoJSON text (a polygon, several, a feature or a collection of them), checks that it can be the edge
 * of a neighbourhood, and brings it to WGS-84 with six decimals (a hand's breadth). Answers with what is wrong instead.
 */
export function readOutline(text: string, datum: Datum): { polygons: Polygons } | { problem: OutlineProblem } {
  if (text.length > outlineLimits.characters) return { problem: 'map.too-many-corners' };
  const parsed = file.safeParse(parseJson(text));
  if (!parsed.success) return { problem: 'map.not-geojson' };
  const found = polygonsIn(parsed.data);
  if (found.length === 0 || found.some((rings) => rings.length === 0)) return { problem: 'map.no-polygon' };
  const rings = found.flat();
  const corners = rings.flat();
  if (found.length > outlineLimits.polygons || corners.length > outlineLimits.corners) return { problem: 'map.too-many-corners' };
  if (rings.some((ring) => ring.length < 4 || !sameCorner(ring[0], ring.at(-1)))) return { problem: 'map.not-closed' };
  if (corners.some(([longitude = 999, latitude = 999]) => Math.abs(longitude) > 180 || Math.abs(latitude) > 85))
    return { problem: 'map.off-the-earth' };
  const polygons = found.map((one) => one.map((ring) => ring.map((corner) => shifted(corner, datum))));
  if (spanOf(polygons) > outlineLimits.degrees) return { problem: 'map.too-large' };
  if (polygons.some(([outer]) => !outer || Math.abs(area(outer)) < 1e-10)) return { problem: 'map.no-area' };
  return { polygons };
}

export function isDatum(text: string | undefined): text is Datum {
  return datums.some((datum) => datum === text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function polygonsIn(read: z.infer<typeof file>): number[][][][] {
  if (read.type === 'FeatureCollection') return read.features.flatMap((one) => polygonsIn(one));
  if (read.type === 'Feature') return polygonsIn(read.geometry);
  return read.type === 'Polygon' ? [read.coordinates] : read.coordinates;
}

function sameCorner(a: number[] | undefined, b: number[] | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}

function shifted([longitude = 0, latitude = 0]: number[], datum: Datum): [number, number] {
  const point = toWgs84({ longitude, latitude }, datum);
  return [Number(point.longitude.toFixed(6)), Number(point.latitude.toFixed(6))];
}

function spanOf(polygons: Polygons): number {
  const corners = polygons.flat(2);
  const span = (of: number[]) => Math.max(...of) - Math.min(...of);
  return Math.max(span(corners.map(([longitude]) => longitude)), span(corners.map(([, latitude]) => latitude)));
}

/** Twice the area in square degrees; its sign is the way round. */
function area(ring: [number, number][]): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + x * nextY - nextX * y;
  }, 0);
}
