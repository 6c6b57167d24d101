import { expect, test } from 'vitest';
import { levelsUnder, whyNotEndPlace, whyNotUnder } from './place.ts';

test.each([
  ['grid', null, null],
  ['estate', null, null],
  ['estate', 'grid', null],
  ['building', null, null],
  ['building', 'grid', null],
  ['building', 'estate', null],
  ['unit', 'building', null],
  ['household', 'unit', null],
  ['household', 'building', null],
  ['grid', 'estate', 'places.parent-not-suitable'],
  ['unit', null, 'places.parent-not-suitable'],
  ['household', 'estate', 'places.parent-not-suitable'],
  ['building', 'building', 'places.parent-not-suitable'],
] as const)('a %s under %s: %s', (level, parent, why) => {
  expect(whyNotUnder(level, parent)).toBe(why);
});

test('what can be added beneath', () => {
  expect(levelsUnder(null)).toEqual(['grid', 'estate', 'building']);
  expect(levelsUnder('building')).toEqual(['unit', 'household']);
  expect(levelsUnder('household')).toEqual([]);
});

test('a place with somebody on it does not end', () => {
  expect(whyNotEndPlace(1)).toBe('places.has-children');
  expect(whyNotEndPlace(0)).toBeNull();
});
