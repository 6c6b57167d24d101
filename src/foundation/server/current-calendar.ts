import { calendarFrom, chinaDays, type Calendar } from '#foundation/calendar/index.ts';
import { database, type Database } from './database.ts';

// The shipped calendar with what the administrator changed on top, read again every minute.

let known: { calendar: Calendar; until: number; of: object } | null = null;

/** Inside a transaction pass it on: a second connection taken while holding one can starve the pool. */
export async function currentCalendar(trx?: Database): Promise<Calendar> {
  const of = database();
  if (known && known.until > Date.now() && known.of === of) return known.calendar;
  const rows = await (trx ?? of).selectFrom('calendar_days').select(['day', 'kind', 'name_zh', 'name_en']).execute();
  const changed = rows.map((row) => ({
    day: row.day,
    kind: row.kind === 'workday' ? ('workday' as const) : ('holiday' as const),
    name: { zh: row.name_zh, en: row.name_en },
  }));
  const calendar = calendarFrom([...chinaDays, ...changed]);
  known = { calendar, until: Date.now() + 60_000, of };
  return calendar;
}

/** Called after a change, so that this process counts by it at once. */
export function forgetCalendar(): void {
  known = null;
}
