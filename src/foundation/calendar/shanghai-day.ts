// The day on the wall in Shanghai: which calendar day an instant belongs to, and when that day begins and ends.
// Fixed arithmetic instead of Intl: mainland China has one zone, UTC+8, without summer time since 1992.

const hour = 3_600_000;
const offset = 8 * hour;
const dayLength = 24 * hour;

/** The day in Asia/Shanghai on which `at` falls, as YYYY-MM-DD. Throws RangeError for an invalid Date. */
export function shanghaiDay(at: Date): string {
  return new Date(at.getTime() + offset).toISOString().slice(0, 10);
}

/** The calendar year in Asia/Shanghai in which `at` falls; numbers of voices restart with it. */
export function shanghaiYear(at: Date): number {
  return new Date(at.getTime() + offset).getUTCFullYear();
}

/** 00:00:00.000 in Shanghai, of a day (YYYY-MM-DD) or of the day on which an instant falls. */
export function startOfShanghaiDay(of: Date | string): Date {
  return new Date(midnight(of instanceof Date ? shanghaiDay(of) : of) - offset);
}

/** 23:59:59.999 in Shanghai, of a day (YYYY-MM-DD) or of the day on which an instant falls. */
export function endOfShanghaiDay(of: Date | string): Date {
  return new Date(startOfShanghaiDay(of).getTime() + dayLength - 1);
}

/** The day `count` calendar days after `day` (before it when negative). Throws RangeError for a day that does not exist. */
export function shiftDay(day: string, count: number): string {
  return new Date(midnight(day) + count * dayLength).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. Throws RangeError for a day that does not exist. */
export function weekdayOf(day: string): number {
  return new Date(midnight(day)).getUTCDay();
}

/** Whether a text is a day that exists, written YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(text);
  // Date.parse takes 30 February for 2 March: only a day that reads back as itself exists.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function midnight(day: string): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return Date.parse(day);
}
