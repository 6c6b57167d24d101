import { describe, expect, it } from 'vitest';
import { lastMonths, lastWeeks, sumWithin, yearBack } from './periods.ts';

describe('periods', () => {
  it('begins weeks on Monday, the running one last', () => {
    expect(lastWeeks('2026-01-04', 2)).toEqual([
      { from: '2025-12-22', to: '2025-12-28' },
      { from: '2025-12-29', to: '2026-01-04' },
    ]);
    expect(lastWeeks('2026-01-05', 1)).toEqual([{ from: '2026-01-05', to: '2026-01-11' }]);
    expect(lastWeeks('2026-01-05')).toHaveLength(12);
  });

  it('knows how long months are, across the year', () => {
    expect(lastMonths('2028-02-10', 3)).toEqual([
      { from: '2027-12-01', to: '2027-12-31' },
      { from: '2028-01-01', to: '2028-01-31' },
      { from: '2028-02-01', to: '2028-02-29' },
    ]);
    expect(lastMonths('2026-12-31').map((month) => month.from.slice(0, 7))[0]).toBe('2026-01');
  });

  it('counts twelve months from midnight in Shanghai', () => {
    expect(yearBack('2026-11-23').toISOString()).toBe('2025-11-30T16:00:00.000Z');
  });

  it('sums the days of a period, both ends included', () => {
    const days = new Map([
      ['2026-01-04', 1],
      ['2026-01-05', 2],
      ['2026-01-11', 4],
      ['2026-01-12', 8],
    ]);
    expect(sumWithin(days, { from: '2026-01-05', to: '2026-01-11' })).toBe(6);
  });
});
