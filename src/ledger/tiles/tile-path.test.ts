import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseTilePath, tilePath, widthIn } from './tile-path.ts';

// The examples of c2sp.org/tlog-tiles.

it.each([
  ['0/x001/x234/067', { level: 0, index: 1_234_067n, width: 256 }],
  ['entries/000.p/5', { level: null, index: 0n, width: 5 }],
  ['63/999.p/255', { level: 63, index: 999n, width: 255 }],
  ['1/x001/000', { level: 1, index: 1000n, width: 256 }],
])('%s', (path, tile) => {
  expect(parseTilePath(path)).toEqual(tile);
  expect(tilePath(tile)).toBe(path);
});

it.each([
  '',
  '0',
  '0/',
  '0/0',
  '0/00',
  '0/0000',
  '00/000',
  '01/000',
  '64/000',
  '-1/000',
  '0/x000/000',
  '0/x000/x001/000',
  '0/001/000',
  '0/x001',
  '0/000.p/0',
  '0/000.p/256',
  '0/000.p/05',
  '0/000.p/',
  '0/000.p',
  '0/000/',
  'entries/x1/000',
  'Entries/000',
  '0/000.p/1/000',
  `0/${'x999/'.repeat(7)}999`,
])('%j is no tile', (path) => expect(parseTilePath(path)).toBeNull());

it('reads back what it writes', () => {
  fc.assert(
    fc.property(
      fc.option(fc.nat(63)),
      fc.bigInt({ min: 0n, max: (1n << 63n) - 1n }),
      fc.integer({ min: 1, max: 256 }),
      (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      },
    ),
  );
});

it('a tree of 70,000 has 273 full tiles and one of 112, one full and one of 17, and one of 1', () => {
  const size = 70_000n;
  expect([272n, 273n, 274n].map((index) => widthIn(size, 0, index))).toEqual([256, 112, 0]);
  expect([0n, 1n, 2n].map((index) => widthIn(size, 1, index))).toEqual([256, 17, 0]);
  expect([0n, 1n].map((index) => widthIn(size, 2, index))).toEqual([1, 0]);
  expect([widthIn(256n, 0, 0n), widthIn(256n, 1, 0n), widthIn(255n, 1, 0n)]).toEqual([256, 1, 0]);
});
