// A day that differs from the plain week: shipped with Huiyin, or changed by an administrator.
import { chinaDays, type CalendarEntry } from '#foundation/calendar/index.ts';

export type Override = { day: string; kind: string; name_zh: string; name_en: string; provisional: boolean };
export type CalendarDay = CalendarEntry & {
  /** Entered here and not shipped. */
  changed: boolean;
  /** What holds again when the change is taken back; null: an ordinary day of the week. */
  shipped: CalendarEntry | null;
};

const shippedDays: ReadonlyMap<string, CalendarEntry> = new Map(chinaDays.map((entry) => [entry.day, entry]));

export function shippedDay(day: string): CalendarEntry | null {
  return shippedDays.get(day) ?? null;
}

export function entryOf(row: Override): CalendarEntry {
  return {
    day: row.day,
    kind: row.kind === 'workday' ? 'workday' : 'holiday',
    name: { zh: row.name_zh, en: row.name_en },
    ...(row.provisional && { provisional: true }),
  };
}

/** Whether two entries say the same, and equally surely. */
export function sameEntry(a: CalendarEntry | null, b: CalendarEntry): boolean {
  return a !== null && a.kind === b.kind && a.name.zh === b.name.zh && a.name.en === b.name.en && a.provisional === b.provisional;
}
