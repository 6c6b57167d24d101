import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromWgs84, toWgs84 } from './datum.ts';
import { datums, type Point } from './point.ts';

/** Metres between two points that are near each other. */
function apart(a: Point, b: Point): number {
  const metre = 111_320;
  return Math.hypot((a.latitude - b.latitude) * metre, (a.longitude - b.longitude) * metre * Math.cos((a.latitude * Math.PI) / 180));
}

describe('datums', () => {
  it('agrees with points known in all of them', () => {
    // The test points of eviltransform and of the coordtransform library.
    expect(
      apart(fromWgs84({ latitude: 31.177_4276, longitude: 121.527_2106 }, 'GCJ02'), { latitude: 31.175_308_98, longitude: 121.531_541_86 }),
    ).toBeLessThan(1);
    expect(
      apart(fromWgs84({ latitude: 22.543_847, longitude: 113.912_316 }, 'GCJ02'), { latitude: 22.540_796, longitude: 113.917_167 }),
    ).toBeLessThan(6);
    expect(
      apart(fromWgs84({ latitude: 39.915, longitude: 116.404 }, 'GCJ02'), { latitude: 39.916_4042, longitude: 116.410_2446 }),
    ).toBeLessThan(1);
    const gcj = toWgs84({ latitude: 39.915, longitude: 116.404 }, 'GCJ02');
    expect(apart(fromWgs84(gcj, 'BD09'), { latitude: 39.921_3362, longitude: 116.410_3688 })).toBeLessThan(1);
  });

  it('leads there and back, anywhere in China, to within a centimetre (BD-09: half a metre)', () => {
    const place = fc.record({
      latitude: fc.double({ min: 18, max: 53, noNaN: true }),
      longitude: fc.double({ min: 74, max: 135, noNaN: true }),
    });
    fc.assert(
      fc.property(place, fc.constantFrom(...datums), (point, datum) => {
        expect(apart(toWgs84(fromWgs84(point, datum), datum), point)).toBeLessThan(datum === 'BD09' ? 0.5 : 0.01);
      }),
    );
  });

  it('shifts by some hundred metres in China, and not outside', () => {
    const wuhan = { latitude: 30.6, longitude: 114.3 };
    expect(apart(fromWgs84(wuhan, 'GCJ02'), wuhan)).toBeGreaterThan(300);
    expect(apart(fromWgs84(wuhan, 'GCJ02'), wuhan)).toBeLessThan(900);
    const lisbon = { latitude: 38.7, longitude: -9.1 };
    expect(fromWgs84(lisbon, 'GCJ02')).toEqual(lisbon);
    expect(toWgs84(lisbon, 'WGS84')).toBe(lisbon);
  });
});
