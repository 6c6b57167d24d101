import { expect, test } from 'vitest';
import { fullNames } from './full-name.ts';
import type { Place, PlaceLevel } from './place.ts';

function chain(prefix: string, ...steps: [PlaceLevel, string][]): Place[] {
  return steps.map(([level, name], at) => ({ id: `${prefix}${at}`, parentId: at === 0 ? null : `${prefix}${at - 1}`, level, name }));
}
const named = (places: Place[], id: string) => fullNames(places).get(id);

test('with one estate the address begins at the building', () => {
  const places = chain('a', ['grid', '东网格'], ['estate', '榴花里'], ['building', '3号楼'], ['unit', '2单元'], ['household', '501']);
  expect(['a0', 'a1', 'a2', 'a3', 'a4'].map((id) => named(places, id))).toEqual([
    '东网格',
    '榴花里',
    '3号楼',
    '3号楼2单元',
    '3号楼2单元501',
  ]);
});

test('with a second estate the estate is said; the same estate in two grids is one', () => {
  const first = chain('a', ['estate', '榴花里'], ['building', '3号楼']);
  const other = chain('b', ['estate', '柳荫'], ['building', '3号楼']);
  expect(named([...first, ...other], 'a1')).toBe('榴花里3号楼');
  const same = chain('b', ['grid', '西网格'], ['estate', '榴花里'], ['building', '4号楼']);
  expect(named([...first, ...same], 'b2')).toBe('4号楼');
});

test('Latin names are set apart, bare numbers by a dash', () => {
  expect(named(chain('a', ['building', 'Building 3'], ['unit', 'Unit B'], ['household', '501']), 'a2')).toBe('Building 3 Unit B 501');
  expect(named(chain('a', ['building', '3'], ['unit', '2'], ['household', '501']), 'a2')).toBe('3-2-501');
});
