import { expect, test } from 'vitest';
import { chinaDays } from '#foundation/calendar/index.ts';
import { spansOf } from './calendar-spans.ts';

test('a holiday is one span; make-up days and days entered here stand alone', () => {
  const days = chinaDays
    .filter((entry) => entry.day.startsWith('2026-02'))
    .map((entry) => ({ ...entry, changed: entry.day === '2026-02-20', shipped: entry }));
  expect(spansOf(days).map(({ from, to, days: count, first }) => [from, to, count, first.kind])).toEqual([
    ['2026-02-14', '2026-02-14', 1, 'workday'],
    ['2026-02-15', '2026-02-19', 5, 'holiday'],
    ['2026-02-20', '2026-02-20', 1, 'holiday'],
    ['2026-02-21', '2026-02-23', 3, 'holiday'],
    ['2026-02-28', '2026-02-28', 1, 'workday'],
  ]);
});
