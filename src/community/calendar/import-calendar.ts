import type { How } from '#foundation/server/perform.ts';
import { refuseTable, type Table } from '#foundation/spreadsheets/index.ts';
import { recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { entryOf, sameEntry, shippedDay } from './calendar-day.ts';
import { readHolidayTable } from './holiday-table.ts';
import { performCalendar } from './perform-calendar.ts';
import { writeDays } from './write-days.ts';

/** `changed`: days that are different now; `existing`: days that were so already. */
export type ImportedCalendar = { changed: number; existing: number; years: number[] };

/**
 * Takes over a year's notice, all of it or nothing. Throws Invalid with a problem per line (see `tableProblemsOf`).
 * Due dates and verdicts that exist stay as they are.
 */
export async function importCalendar(viewer: Viewer, table: Table, how?: How): Promise<ImportedCalendar> {
  return performCalendar(viewer, 'calendar.import', table, how, async (act) => {
    const { entries, problems } = readHolidayTable(table);
    if (problems.length > 0) throw refuseTable(problems);
    const rows = await act.trx.selectFrom('calendar_days').select(['day', 'kind', 'name_zh', 'name_en', 'provisional']).execute();
    const known = new Map(rows.map((row) => [row.day, entryOf(row)]));
    const changed = entries.filter((entry) => !sameEntry(known.get(entry.day) ?? shippedDay(entry.day), entry));
    await writeDays(act, changed, viewer.personId);
    const years = [...new Set(entries.map((entry) => Number(entry.day.slice(0, 4))))].toSorted((a, b) => a - b);
    await recordSecurityEvent(act, { name: 'calendar.imported', actorId: viewer.personId, data: { changed: changed.length, years } });
    return { changed: changed.length, existing: entries.length - changed.length, years };
  });
}
