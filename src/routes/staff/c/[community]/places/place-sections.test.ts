import { expect, test } from 'vitest';
import type { PlaceLevel, PlaceNode } from '#community/places/index.ts';
import { sectionsOf, sumsOf } from './place-sections.ts';

function node(level: PlaceLevel, name: string, households: number, children: PlaceNode[] = []): PlaceNode {
  return { id: name, level, name, fullName: name, buildings: level === 'building' ? 1 : children.length, households, children };
}
const tree = [
  node('grid', 'East', 5, [node('estate', 'A', 5, [node('building', '1', 5, [node('unit', 'u', 5)])])]),
  node('grid', 'West', 3, [node('estate', 'A', 3, [node('building', '2', 3)])]),
  node('building', '9', 1),
];

test('every grid and estate is a section; loose buildings come last', () => {
  expect(sectionsOf(tree).map(({ place, within, rows }) => [place?.name, within, rows.map((row) => row.name)])).toEqual([
    ['East', null, []],
    ['A', 'East', ['1']],
    ['West', null, []],
    ['A', 'West', ['2']],
    [undefined, null, ['9']],
  ]);
  expect(sectionsOf(tree)[1]?.rows[0]).toEqual({ id: '1', name: '1', units: ['u'], households: 5 });
});

test('sums count an estate in two grids once', () => {
  expect(sumsOf(tree)).toEqual({ households: 9, buildings: 3, estates: 1, grids: 2 });
});
