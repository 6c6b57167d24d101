// The light beside every promise: green while there is time, amber when it is nearly due, red when it is late.

import { shanghaiDay, startOfShanghaiDay } from './shanghai-day.ts';
import { previousWorkingDay, workingDaysLate } from './working-days.ts';
import type { Calendar } from './working-days.ts';

export type Light = 'none' | 'green' | 'amber' | 'red';

/**
 * `none` without a date; `red` once the date has passed (strictly); `amber` from the beginning of the last working day
 * before the day it is due, through the days off between them, to the due moment; else `green`.
 */
export function lightOf(calendar: Calendar, due: Date | null, now: Date): Light {
  if (due === null) return 'none';
  if (now.getTime() > due.getTime()) return 'red';
  const amberFrom = startOfShanghaiDay(previousWorkingDay(calendar, shanghaiDay(due)));
  return now.getTime() < amberFrom.getTime() ? 'green' : 'amber';
}

/** For how many working days the light has been red: 1 on the first working day after the due day; 0 without a date. */
export function redWorkingDays(calendar: Calendar, due: Date | null, now: Date): number {
  return due === null ? 0 : workingDaysLate(calendar, due, now);
}
