import { describe, expect, it } from 'vitest';
import type { Polygons } from './outline.ts';
import { boundsOf, pathOf, sheetOf } from './sheet.ts';

const square: Polygons = [
  [
    [
      [114.3, 30.6],
      [114.31, 30.6],
      [114.31, 30.61],
      [114.3, 30.61],
      [114.3, 30.6],
    ],
  ],
];

describe('a map on a sheet', () => {
  it('holds everything, with room around it', () => {
    const bounds = boundsOf([square], [{ longitude: 114.32, latitude: 30.6 }]);
    expect(bounds?.map((one) => Number(one.toFixed(4)))).toEqual([114.298, 30.598, 114.322, 30.612]);
    expect(boundsOf([], [])).toBeNull();
  });

  it('has the north above, and metres of one length', () => {
    const bounds = boundsOf([square], []);
    if (!bounds) throw new Error('no bounds');
    const { at, width, height } = sheetOf(bounds);
    const [south, north] = [at({ longitude: 114.3, latitude: 30.6 }), at({ longitude: 114.3, latitude: 30.61 })];
    expect(north.y).toBeLessThan(south.y);
    const east = at({ longitude: 114.31, latitude: 30.6 });
    expect((east.x - south.x) / (south.y - north.y)).toBeCloseTo(Math.cos((30.605 * Math.PI) / 180), 2);
    expect(width).toBe(800);
    expect(height).toBeGreaterThan(800);
    expect(pathOf(square, at)).toMatch(/^M[\d. ]+(L[\d. ]+){3}Z$/);
  });
});
