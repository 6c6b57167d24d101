// The table of holidays an administrator brings in when the State Council has published the coming year.

import { festivalNames } from './china-days.ts';
import { isDay } from './shanghai-day.ts';
import type { CalendarEntry } from './working-days.ts';

/** One row as it came from a file: nothing about it is certain yet. */
export type HolidayRow = { day?: unknown; kind?: unknown; name?: unknown };

/** What is wrong with one row; `row` counts from 1, without the heading. */
export type HolidayRowProblem = {
  row: number;
  field: 'day' | 'kind' | 'name';
  code: 'calendar.day-invalid' | 'calendar.day-twice' | 'calendar.kind-unknown' | 'calendar.name-missing';
};

/**
 * Reads rows of day (YYYY-MM-DD), kind (`holiday` or `workday`) and name. Rows without a problem become entries;
 * of two rows for one day the second is the problem. A festival's Chinese name gets its English one;
 * any other name stands in both languages.
 */
export function parseHolidayRows(rows: readonly HolidayRow[]): { entries: CalendarEntry[]; problems: HolidayRowProblem[] } {
  const entries: CalendarEntry[] = [];
  const problems: HolidayRowProblem[] = [];
  const seen = new Set<string>();
  rows.forEach((cells, index) => {
    const [day, kind, name] = [textOf(cells.day), kindOf(textOf(cells.kind)), textOf(cells.name)];
    const row = index + 1;
    const found: HolidayRowProblem[] = [];
    if (!isDay(day)) found.push({ row, field: 'day', code: 'calendar.day-invalid' });
    else if (seen.has(day)) found.push({ row, field: 'day', code: 'calendar.day-twice' });
    if (kind === null) found.push({ row, field: 'kind', code: 'calendar.kind-unknown' });
    if (name === '') found.push({ row, field: 'name', code: 'calendar.name-missing' });
    seen.add(day);
    problems.push(...found);
    if (kind !== null && found.length === 0) entries.push({ day, kind, name: nameOf(name) });
  });
  return { entries, problems };
}

function textOf(cell: unknown): string {
  return typeof cell === 'string' ? cell.trim() : '';
}

function kindOf(text: string): CalendarEntry['kind'] | null {
  return text === 'holiday' || text === 'workday' ? text : null;
}

function nameOf(text: string): CalendarEntry['name'] {
  return festivalNames.find((name) => name.zh === text) ?? { zh: text, en: text };
}
