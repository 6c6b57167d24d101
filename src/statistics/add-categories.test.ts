import { expect, it } from 'vitest';
import { addCategories } from './add-categories.ts';

const known = [
  { code: 'water', zh: 'W', en: 'Water' },
  { code: 'noise', zh: 'N', en: 'Noise' },
];

it('adds up what is spoken about across communities, the most frequent first, small ones unnamed', () => {
  const cells = addCategories(
    [
      {
        categories: [
          { code: 'water', received: 8 },
          { code: 'noise', received: 30 },
          { code: null, received: 4 },
        ],
      },
      {
        categories: [
          { code: 'water', received: 12 },
          { code: 'gone', received: 7 },
        ],
      },
    ],
    known,
  );
  expect(cells).toEqual({
    shown: [
      { category: known[1], count: 30, communities: 1 },
      { category: known[0], count: 20, communities: 2 },
    ],
    rest: { cells: 2, count: 11 },
  });
});
