import { m } from '#words';
import { parseHolidayRows, type CalendarEntry, type HolidayRow } from '#foundation/calendar/index.ts';
import { findColumns, type Table, type TableProblem } from '#foundation/spreadsheets/index.ts';

// The list of holidays as somebody types it after the State Council's notice: in either language, dates as Excel shows them.

const locales = ['zh-CN', 'en'] as const;

/** The entries of a table with columns day, kind and name, in any order; every problem with its line. */
export function readHolidayTable(table: Table): { entries: CalendarEntry[]; problems: TableProblem[] } {
  const columns = findColumns(table.header, {
    day: bothOf(m.calendar_headings_day),
    kind: bothOf(m.calendar_headings_kind),
    name: bothOf(m.calendar_headings_name),
  });
  const needed = (['day', 'kind', 'name'] as const).filter((column) => columns.at[column] === undefined);
  const unclear = [
    ...needed.map((column) => ({ line: 1, column, code: 'calendar.column-missing' })),
    ...columns.twice.map((column) => ({ line: 1, column, code: 'calendar.column-twice' })),
  ];
  if (unclear.length > 0) return { entries: [], problems: unclear };
  const kinds = kindWords();
  const rows = table.rows.map(({ cells }): HolidayRow => {
    const cell = (column: 'day' | 'kind' | 'name') => cells[columns.at[column] ?? -1] ?? '';
    return { day: plainDay(cell('day')), kind: kinds.get(cell('kind').toLowerCase()) ?? cell('kind'), name: cell('name') };
  });
  const { entries, problems } = parseHolidayRows(rows);
  return { entries, problems: problems.map(({ row, field, code }) => ({ line: table.rows[row - 1]?.line ?? row, column: field, code })) };
}

function bothOf(words: (inputs: Record<string, never>, options: { locale: (typeof locales)[number] }) => string): string[] {
  return locales.flatMap((locale) => words({}, { locale }).split('|'));
}

function kindWords(): Map<string, CalendarEntry['kind']> {
  const of = (kind: CalendarEntry['kind'], words: Parameters<typeof bothOf>[0]) =>
    bothOf(words).map((word): [string, CalendarEntry['kind']] => [word.toLowerCase(), kind]);
  return new Map([...of('holiday', m.calendar_kinds_holiday), ...of('workday', m.calendar_kinds_workday)]);
}

/** 2027/1/1, 2027.1.1 and the Chinese way of writing become 2027-01-01; anything else stays for the rule to refuse. */
function plainDay(text: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})\D(\d{1,2})\D(\d{1,2})\D?(?: 00:00)?$/.exec(text) ?? [];
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return year === '' ? text : written;
}
