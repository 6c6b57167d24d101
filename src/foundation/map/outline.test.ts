import { describe, expect, it } from 'vitest';
import { readOutline } from './outline.ts';

const ring = [
  [114.3, 30.6],
  [114.31, 30.6],
  [114.31, 30.61],
  [114.3, 30.6],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const read = (value: unknown, datum: 'WGS84' | 'GCJ02' = 'WGS84') => readOutline(JSON.stringify(value), datum);

describe('readOutline', () => {
  it('reads a polygon, several, a feature, and a collection', () => {
    const one = { polygons: [[ring]] };
    expect(read(polygon)).toEqual(one);
    expect(read({ type: 'MultiPolygon', coordinates: [[ring]] })).toEqual(one);
    expect(read({ type: 'Feature', properties: { name: 'x' }, geometry: polygon })).toEqual(one);
    expect(read({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: polygon }] })).toEqual(one);
  });

  it('brings what was drawn on a Chinese map to WGS-84', () => {
    const found = read(polygon, 'GCJ02');
    const corner = 'polygons' in found ? found.polygons[0]?.[0]?.[0] : undefined;
    expect(corner?.[0]).toBeCloseTo(114.2945, 2);
    expect(corner?.[0]).not.toBeCloseTo(114.3, 3);
  });

  it.each([
    ['map.not-geojson', 'no json'],
    ['map.not-geojson', JSON.stringify({ type: 'Point', coordinates: [1, 2] })],
    ['map.not-geojson', JSON.stringify({ type: 'Polygon', coordinates: [[['<script>', 1]]] })],
    ['map.no-polygon', JSON.stringify({ type: 'Polygon', coordinates: [] })],
    ['map.not-closed', JSON.stringify({ type: 'Polygon', coordinates: [ring.slice(0, 3)] })],
    ['map.not-closed', JSON.stringify({ type: 'Polygon', coordinates: [[...ring.slice(0, 3), [114.4, 30.7]]] })],
    [
      'map.off-the-earth',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [200, 1],
            [201, 1],
            [201, 2],
            [200, 1],
          ],
        ],
      }),
    ],
    [
      'map.too-large',
      JSON.stringify({
        type: 'Polygon',
        coordinates: [
          [
            [100, 30],
            [101, 30],
            [101, 31],
            [100, 30],
          ],
        ],
      }),
    ],
    ['map.no-area', JSON.stringify({ type: 'Polygon', coordinates: [[ring[0], ring[0], ring[0], ring[0]]] })],
    ['map.too-many-corners', JSON.stringify({ type: 'Polygon', coordinates: [Array.from({ length: 2001 }, () => ring[0])] })],
    ['map.too-many-corners', ' '.repeat(400_001)],
  ])('%s', (problem, text) => {
    expect(readOutline(text, 'WGS84')).toEqual({ problem });
  });
});
