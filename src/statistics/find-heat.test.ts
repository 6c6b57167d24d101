import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatOf, leastOnMap, type HeatCell } from './find-heat.ts';

const cell = (id: string, gridId: string, count: number): HeatCell => ({ id, name: id, gridId, count });
const names = new Map([
  ['g1', 'Grid 1'],
  ['g2', 'Grid 2'],
]);

describe('heatOf', () => {
  it('shows grids and buildings with five open voices or more', () => {
    const heat = heatOf([cell('a', 'g1', 7), cell('b', 'g1', 6), cell('c', 'g2', 9)], names);
    expect(heat.grids.map(({ name, count }) => [name, count])).toEqual([
      ['Grid 1', 13],
      ['Grid 2', 9],
    ]);
    expect(heat.buildings.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(heat.hidden).toBe(0);
  });

  it('lets nobody subtract: with one small building its neighbour is hidden too, and a small grid hides another', () => {
    const one = heatOf([cell('a', 'g1', 7), cell('b', 'g1', 2), cell('c', 'g1', 9)], names);
    expect(one.buildings.map(({ id }) => id)).toEqual(['c']);
    expect(one.hidden).toBe(2);
    const two = heatOf([cell('a', 'g1', 3), cell('c', 'g2', 9)], names);
    expect(two).toMatchObject({ grids: [], buildings: [], hidden: 2 });
  });

  it('holds for any town: nothing below five is shown, and what a grid hides together is never below five', () => {
    const town = fc.array(fc.tuple(fc.constantFrom('g1', 'g2'), fc.nat(15)), { maxLength: 20 });
    fc.assert(
      fc.property(town, (given) => {
        const buildings = given.map(([grid, count], at) => cell(String(at), grid, count));
        const heat = heatOf(buildings, names);
        for (const one of [...heat.grids, ...heat.buildings]) expect(one.count).toBeGreaterThanOrEqual(leastOnMap);
        for (const grid of heat.grids) {
          const shown = heat.buildings.filter(({ gridId }) => gridId === grid.id).reduce((sum, { count }) => sum + count, 0);
          const rest = grid.count - shown;
          expect(rest === 0 || rest >= leastOnMap).toBe(true);
        }
      }),
    );
  });
});
