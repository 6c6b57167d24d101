import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hideSmallCells, leastShown } from './hide-small-cells.ts';

const cells = (...counts: number[]) => counts.map((count, at) => ({ name: `B${at}`, count }));
const shape = (counts: number[]) => {
  const { shown, rest } = hideSmallCells(cells(...counts));
  return [shown.map((cell) => cell.count), rest];
};

describe('hideSmallCells', () => {
  it('shows what is large enough, the most first, and adds up the rest', () => {
    expect(shape([12, 40, 10])).toEqual([[40, 12, 10], null]);
    expect(shape([4, 40, 7, 0])).toEqual([[40], { cells: 2, count: 11 }]);
  });

  it('hides a second cell where the total would reveal a single hidden one', () => {
    expect(shape([4, 40, 15])).toEqual([[40], { cells: 2, count: 19 }]);
  });

  it('hides another one where the hidden ones hold less than ten together', () => {
    expect(shape([2, 3, 40, 15])).toEqual([[40], { cells: 3, count: 20 }]);
  });

  it('says nothing of a count when everything together is small', () => {
    expect(shape([4])).toEqual([[], { cells: 1, count: null }]);
    expect(shape([])).toEqual([[], null]);
  });

  it('never lets the total reveal a cell below ten', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 30 }), (counts) => {
        const { shown, rest } = hideSmallCells(cells(...counts));
        expect(shown.every((cell) => cell.count >= leastShown)).toBe(true);
        if (rest?.count) {
          expect(rest.cells).toBeGreaterThan(1);
          expect(rest.count).toBeGreaterThanOrEqual(leastShown);
          expect(rest.count + shown.reduce((sum, cell) => sum + cell.count, 0)).toBe(counts.reduce((sum, count) => sum + count, 0));
        } else if (rest) expect(shown).toEqual([]);
      }),
    );
  });
});
