import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaDays } from './china-days.ts';
import { endOfShanghaiDay, shanghaiDay } from './shanghai-day.ts';
import { addWorkingDays, calendarFrom, nextWorkingDay, workingDaysBetween, workingDaysLate } from './working-days.ts';

const calendar = calendarFrom(chinaDays);
const instants = fc.date({ min: new Date('2024-06-01'), max: new Date('2028-06-01'), noInvalidDate: true });
const counts = fc.nat({ max: 60 });

function at(time: string): Date {
  return new Date(`${time}+08:00`);
}

test.each([
  ['2026-03-02', true, 'a Monday'],
  ['2026-03-07', false, 'a Saturday'],
  ['2025-09-28', true, 'the Sunday before National Day, worked'],
  ['2025-10-11', true, 'the Saturday after it, worked'],
  ['2025-10-08', false, 'a Wednesday off'],
  ['2026-02-14', true, 'the Saturday before Spring Festival, worked'],
  ['2027-02-05', false, 'the eve of the lunar new year, a Friday'],
  ['2027-02-09', true, 'the Tuesday after it, as far as is known'],
])('%s working: %s (%s)', (day, working) => {
  expect(calendar.isWorkingDay(day)).toBe(working);
});

test('a later entry for the same day replaces an earlier one', () => {
  const name = { zh: '春节', en: 'Spring Festival' };
  const imported = calendarFrom([...chinaDays, { day: '2027-02-09', kind: 'holiday', name }]);
  expect(imported.isWorkingDay('2027-02-09')).toBe(false);
});

test.each([
  ['2026-03-02T09:00', 1, '2026-03-03', 'the day itself is not counted'],
  ['2026-03-02T23:59:59.999', 1, '2026-03-03', 'nor in its last moment'],
  ['2026-03-03T00:00', 1, '2026-03-04', 'midnight belongs to the new day'],
  ['2026-03-06T09:00', 1, '2026-03-09', 'over a weekend'],
  ['2026-03-07T09:00', 1, '2026-03-09', 'from a Saturday: Monday is the first day'],
  ['2026-03-08T23:59', 1, '2026-03-09', 'from a Sunday: the same'],
  ['2025-09-26T09:00', 1, '2025-09-28', 'the Sunday before National Day 2025 counts'],
  ['2025-09-26T09:00', 3, '2025-09-30', 'the last day before National Day'],
  ['2025-09-26T09:00', 4, '2025-10-09', 'over the eight days off'],
  ['2025-09-26T09:00', 6, '2025-10-11', 'due on a Saturday that is worked'],
  ['2025-09-26T09:00', 7, '2025-10-13', 'the Sunday after it is off'],
  ['2025-10-06T12:00', 5, '2025-10-14', 'told in the middle of the holiday'],
  ['2026-02-13T17:00', 1, '2026-02-14', 'the Saturday before Spring Festival 2026'],
  ['2026-02-13T17:00', 2, '2026-02-24', 'over nine days off'],
  ['2026-02-13T17:00', 6, '2026-02-28', 'the second Saturday made up'],
  ['2026-02-14T10:00', 15, '2026-03-13', 'fifteen days over both'],
  ['2025-12-31T23:59', 1, '2026-01-04', 'over the new year to a Sunday that is worked'],
  ['2026-12-31T12:00', 1, '2027-01-04', 'into the provisional year'],
  ['2026-03-02T09:00', 0, '2026-03-02', 'nought days: today'],
  ['2026-03-07T09:00', 0, '2026-03-09', 'nought days from a Saturday: the next working day'],
])('%s and %i working days is the end of %s: %s', (from, count, day) => {
  expect(addWorkingDays(calendar, at(from), count)).toEqual(endOfShanghaiDay(day));
});

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is no number of working days', (count) => {
  expect(() => addWorkingDays(calendar, at('2026-03-02T09:00'), count)).toThrow(RangeError);
});

test.each([
  ['2026-03-02T00:00', '2026-03-02T23:59', 0],
  ['2026-03-02T23:59', '2026-03-03T00:00', 1],
  ['2026-03-06T09:00', '2026-03-08T09:00', 0],
  ['2025-09-26T09:00', '2025-10-13T09:00', 7],
  ['2025-10-13T09:00', '2025-09-26T09:00', -7],
])('between %s and %s: %i', (a, b, count) => {
  expect(workingDaysBetween(calendar, at(a), at(b))).toBe(count);
});

test.each([
  ['2026-02-10T12:00', 0],
  ['2026-02-14T23:59:59.999', 0],
  ['2026-02-15T00:00', 0],
  ['2026-02-23T23:59', 0],
  ['2026-02-24T00:00', 1],
  ['2026-02-28T12:00', 5],
  ['2026-03-01T12:00', 5],
])('due on the Saturday before Spring Festival 2026; on %s late by %i', (now, days) => {
  expect(workingDaysLate(calendar, endOfShanghaiDay('2026-02-14'), at(now))).toBe(days);
});

test('a calendar without any work is an error, not an endless search', () => {
  expect(() => nextWorkingDay({ isWorkingDay: () => false }, '2026-03-02')).toThrow(RangeError);
});

test('a due date is the last moment of a working day', () => {
  fc.assert(
    fc.property(instants, counts, (from, count) => {
      const due = addWorkingDays(calendar, from, count);
      expect(calendar.isWorkingDay(shanghaiDay(due))).toBe(true);
      expect(due).toEqual(endOfShanghaiDay(due));
      expect(due.getTime()).toBeGreaterThanOrEqual(from.getTime());
    }),
  );
});

test('later or longer never ends earlier', () => {
  fc.assert(
    fc.property(instants, instants, counts, counts, (one, other, few, more) => {
      const [from, later] = one.getTime() <= other.getTime() ? [one, other] : [other, one];
      const due = addWorkingDays(calendar, from, few);
      expect(addWorkingDays(calendar, later, few).getTime()).toBeGreaterThanOrEqual(due.getTime());
      expect(addWorkingDays(calendar, from, few + more).getTime()).toBeGreaterThanOrEqual(due.getTime());
    }),
  );
});

test('as many working days lie between as were added', () => {
  fc.assert(
    fc.property(instants, counts, (from, count) => {
      const wanted = count === 0 && !calendar.isWorkingDay(shanghaiDay(from)) ? 1 : count;
      const due = addWorkingDays(calendar, from, count);
      expect(workingDaysBetween(calendar, from, due)).toBe(wanted);
      expect(workingDaysBetween(calendar, due, from)).toBe(0 - wanted);
    }),
  );
});

test('adding in two steps is adding at once', () => {
  fc.assert(
    fc.property(instants, counts, fc.integer({ min: 1, max: 60 }), (from, more, first) => {
      const there = addWorkingDays(calendar, addWorkingDays(calendar, from, first), more);
      expect(there).toEqual(addWorkingDays(calendar, from, first + more));
    }),
  );
});
