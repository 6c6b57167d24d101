import { nextWorkingDay, shanghaiDay, shiftDay, startOfShanghaiDay, type Calendar } from '#foundation/calendar/index.ts';

const minute = 60_000;
const opens = 8 * 60 + 40;
const closes = 17 * 60 + 20;

/** An instant on a day, `minutes` after midnight in Shanghai. */
export function atMinute(day: string, minutes: number): Date {
  return new Date(startOfShanghaiDay(day).getTime() + minutes * minute);
}

/** `at` if the office is open then; else soon after it opens again (`late`: minutes after opening). */
export function whenOpen(calendar: Calendar, at: Date, late: number): Date {
  const day = shanghaiDay(at);
  const minutes = (at.getTime() - startOfShanghaiDay(day).getTime()) / minute;
  const works = calendar.isWorkingDay(day);
  if (works && minutes >= opens && minutes <= closes) return at;
  const next = works && minutes < opens ? day : nextWorkingDay(calendar, day);
  return atMinute(next, opens + late);
}

/**
 * The working day `count` before (after, when negative) a day; with 0 the day itself or, on a day off, the one before it, from
 * which it is counted: otherwise 0 and 1 before a Sunday would be the same Friday, and stories told on Sundays out of order.
 */
export function workingDayBefore(calendar: Calendar, day: string, count: number): string {
  let found = day;
  while (!calendar.isWorkingDay(found)) found = shiftDay(found, -1);
  for (let left = Math.abs(count); left > 0;) {
    found = shiftDay(found, count > 0 ? -1 : 1);
    if (calendar.isWorkingDay(found)) left -= 1;
  }
  return found;
}
