export { chinaDays } from './china-days.ts';
export { parseHolidayRows } from './holiday-rows.ts';
export type { HolidayRow, HolidayRowProblem } from './holiday-rows.ts';
export { endOfShanghaiDay, isDay, shanghaiDay, shanghaiYear, shiftDay, startOfShanghaiDay, weekdayOf } from './shanghai-day.ts';
export { lightOf, redWorkingDays } from './traffic-light.ts';
export type { Light } from './traffic-light.ts';
export { addWorkingDays, calendarFrom, nextWorkingDay } from './working-days.ts';
export type { Calendar, CalendarEntry } from './working-days.ts';
