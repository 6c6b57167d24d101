import { chinaDays } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import { entryOf, shippedDay, type CalendarDay } from './calendar-day.ts';

/** `provisional`: some days are known from the regulation only. `known` is false for a year nobody has entered yet. */
export type CalendarYear = { year: number; days: CalendarDay[]; provisional: boolean; known: boolean };

/** The days of a year that differ from the plain week, as they hold now, in order. */
export async function findCalendar(year: number): Promise<CalendarYear> {
  const rows = await database()
    .selectFrom('calendar_days')
    .select(['day', 'kind', 'name_zh', 'name_en', 'provisional'])
    .where('day', '>=', `${year}-01-01`)
    .where('day', '<=', `${year}-12-31`)
    .execute();
  const days = new Map<string, CalendarDay>();
  for (const entry of chinaDays) {
    if (entry.day.startsWith(`${year}-`)) days.set(entry.day, { ...entry, changed: false, shipped: entry });
  }
  for (const row of rows) days.set(row.day, { ...entryOf(row), changed: true, shipped: shippedDay(row.day) });
  const sorted = [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return { year, days: sorted, provisional: sorted.some((day) => day.provisional), known: sorted.length > 0 };
}
