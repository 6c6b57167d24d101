import { expect, test } from 'vitest';
import { chinaDays, festivalNames } from './china-days.ts';
import { shiftDay, weekdayOf } from './shanghai-day.ts';
import { calendarFrom } from './working-days.ts';

function listed(year: string, kind: 'holiday' | 'workday'): string[] {
  return chinaDays.filter((entry) => entry.kind === kind && entry.day.startsWith(year)).map((entry) => entry.day);
}

function workingDaysOf(year: string): number {
  const calendar = calendarFrom(chinaDays);
  let count = 0;
  for (let day = `${year}-01-01`; day.startsWith(year); day = shiftDay(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
}

test('the notices for 2025 and 2026: 28 and 33 days off, 5 and 6 weekend days worked', () => {
  expect(listed('2025', 'holiday')).toHaveLength(28);
  expect(listed('2025', 'workday')).toEqual(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11']);
  expect(listed('2026', 'holiday')).toHaveLength(33);
  expect(listed('2026', 'workday')).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
});

// Swapping days takes no holiday away: 365 days less 104 days of weekends less the 13 days of the regulation.
test.each(['2025', '2026'])('%s has 248 working days', (year) => {
  expect(workingDaysOf(year)).toBe(248);
});

test('2027 has the 13 days of the regulation, all provisional, none made up', () => {
  expect(listed('2027', 'holiday')).toHaveLength(13);
  expect(listed('2027', 'workday')).toEqual([]);
  expect(chinaDays.filter((entry) => entry.provisional)).toEqual(chinaDays.filter((entry) => entry.day.startsWith('2027')));
});

test('each day is listed once, in order, and people make up for a holiday at weekends only', () => {
  const days = chinaDays.map((entry) => entry.day);
  expect(days).toEqual([...new Set(days)].toSorted());
  for (const entry of chinaDays) if (entry.kind === 'workday') expect([0, 6]).toContain(weekdayOf(entry.day));
});

test('each name used is among the festivals', () => {
  for (const entry of chinaDays) expect(festivalNames).toContain(entry.name);
});
