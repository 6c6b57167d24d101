export type { CalendarDay } from './calendar-day.ts';
export { changeCalendarDay, changeCalendarDayInput, type ChangeCalendarDay } from './change-calendar-day.ts';
export { findCalendar, type CalendarYear } from './find-calendar.ts';
export { importCalendar, type ImportedCalendar } from './import-calendar.ts';
export { removeCalendarDay, removeCalendarDayInput, type RemoveCalendarDay } from './remove-calendar-day.ts';
export { whyNotChangeCalendar } from './why-not-change-calendar.ts';
