import { expect, test } from 'vitest';
import { chinaDays } from '#foundation/calendar/index.ts';
import { monthsOf } from './calendar-months.ts';

const days = chinaDays.filter((entry) => entry.day.startsWith('2026')).map((entry) => ({ ...entry, changed: false, shipped: entry }));
const months = monthsOf(2026, days);

test('weeks begin on Monday and every day of the year stands in them once', () => {
  const february = months[1];
  expect(february?.weeks[0]?.map((cell) => cell?.number ?? null)).toEqual([null, null, null, null, null, null, 1]);
  const all = months.flatMap((month) => month.weeks.flat()).flatMap((cell) => (cell ? [cell.day] : []));
  expect(new Set(all).size).toBe(365);
  expect(all).toHaveLength(365);
  expect(months.every((month) => month.weeks.every((week) => week.length === 7))).toBe(true);
});

test('holidays and make-up days are marked and counted', () => {
  const cell = (day: string) => months.flatMap((month) => month.weeks.flat()).find((each) => each?.day === day);
  expect(cell('2026-02-14')).toMatchObject({ weekend: true, special: { kind: 'workday' } });
  expect(cell('2026-10-01')).toMatchObject({ weekend: false, special: { kind: 'holiday' } });
  // October 2026: 22 weekdays, five of them off, one Saturday worked.
  expect(months[9]?.workingDays).toBe(18);
});
