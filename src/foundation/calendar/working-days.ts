// The days on which the neighbourhood's offices work. A promised date is counted in these days,
// and always ends on one of them.

import { endOfShanghaiDay, shanghaiDay, shiftDay, weekdayOf } from './shanghai-day.ts';

/** A day that differs from the plain Monday–Friday week, or a holiday that falls on its weekend. */
export type CalendarEntry = {
  /** YYYY-MM-DD */
  day: string;
  /** `workday`: a Saturday or Sunday on which people work to make up for a longer holiday. */
  kind: 'holiday' | 'workday';
  name: { zh: string; en: string };
  /** Known from the regulation only; the year's arrangement has not been entered yet. */
  provisional?: true;
};

export type Calendar = { isWorkingDay(day: string): boolean };

/** Monday to Friday, corrected by the entries; of two entries for one day the later one in the list holds. */
export function calendarFrom(entries: Iterable<CalendarEntry>): Calendar {
  const kinds = new Map<string, CalendarEntry['kind']>();
  for (const entry of entries) kinds.set(entry.day, entry.kind);
  return {
    isWorkingDay(day) {
      const kind = kinds.get(day);
      if (kind !== undefined) return kind === 'workday';
      const weekday = weekdayOf(day);
      return weekday >= 1 && weekday <= 5;
    },
  };
}

/**
 * The end (23:59:59.999 in Shanghai) of the `count`-th working day after the day of `from`.
 * The day of `from` is not counted (Civil Code art. 201), be it a working day or not: one working day from a Friday
 * and one from the Sunday after it both end on Monday. With a count of 0 the day itself, moved to the next
 * working day when it is none (art. 203). Throws RangeError unless `count` is a whole number from 0.
 */
export function addWorkingDays(calendar: Calendar, from: Date, count: number): Date {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let day = shanghaiDay(from);
  if (count === 0 && !calendar.isWorkingDay(day)) day = nextWorkingDay(calendar, day);
  for (let counted = 0; counted < count; counted += 1) day = nextWorkingDay(calendar, day);
  return endOfShanghaiDay(day);
}

/** Working days after the day of `a`, up to and including the day of `b`; negative when `b` is on an earlier day. */
export function workingDaysBetween(calendar: Calendar, a: Date, b: Date): number {
  if (b.getTime() < a.getTime()) return 0 - workingDaysBetween(calendar, b, a);
  const last = shanghaiDay(b);
  let count = 0;
  for (let day = shanghaiDay(a); day < last;) {
    day = shiftDay(day, 1);
    if (calendar.isWorkingDay(day)) count += 1;
  }
  return count;
}

/** Working days begun since the day of `due`: 0 on that day and before, 1 on the first working day after it. */
export function workingDaysLate(calendar: Calendar, due: Date, now: Date): number {
  return Math.max(0, workingDaysBetween(calendar, due, now));
}

/** The first working day after `day`. */
export function nextWorkingDay(calendar: Calendar, day: string): string {
  return nearestWorkingDay(calendar, day, 1);
}

/** The last working day before `day`. */
export function previousWorkingDay(calendar: Calendar, day: string): string {
  return nearestWorkingDay(calendar, day, -1);
}

function nearestWorkingDay(calendar: Calendar, day: string, step: 1 | -1): string {
  // No holiday lasts a year: a calendar without work is a mistake, and better an error than an endless search.
  for (let distance = 1; distance <= 366; distance += 1) {
    const candidate = shiftDay(day, step * distance);
    if (calendar.isWorkingDay(candidate)) return candidate;
  }
  throw new RangeError(`no working day within a year of ${day}`);
}
