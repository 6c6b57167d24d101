import type { Table, TableProblem, TableRow } from '#foundation/spreadsheets/index.ts';
import { phone } from '#community/people/index.ts';
import { words, type VoiceKind } from '#listen/voices/index.ts';
import { m } from '#words';
import { readMoment } from './read-moment.ts';
import { plainTicketNumber, type GivenField, type TicketColumns } from './ticket.ts';

/** One ticket as the file tells it. `receivedAt`: null when the file doesn't say. */
export type TicketRow = {
  line: number;
  number: string;
  words: string;
  kind: VoiceKind;
  receivedAt: Date | null;
  dispatchedAt: Date | null;
  dueAt: Date | null;
  closedAt: Date | null;
  address: string | null;
  name: string | null;
  phone: string | null;
};
/** `problems` keep their row out; `remarks` only tell what of a row could not be taken over. */
export type TicketRows = { rows: TicketRow[]; problems: TableProblem[]; remarks: TableProblem[] };

/** Reads what the hotline's file says, row by row. Nothing that was said is refused for being small: a ticket needs a number and words. */
export function readTicketRows(table: Pick<Table, 'rows'>, columns: TicketColumns, now: Date): TicketRows {
  const read: TicketRows = { rows: [], problems: [], remarks: [] };
  const seen = new Set<string>();
  for (const row of table.rows) readRow(row, columns, now, seen, read);
  return read;
}

function readRow({ line, cells }: TableRow, columns: TicketColumns, now: Date, seen: Set<string>, into: TicketRows): void {
  const before = into.problems.length;
  const cell = (field: GivenField) => cells[columns[field] ?? -1] ?? '';
  const problem = (column: GivenField, code: string) => void into.problems.push({ line, column, code });
  const remark = (column: GivenField, code: string) => void into.remarks.push({ line, column, code });
  const moment = (field: GivenField, dayAlone: 'begins' | 'ends'): Date | null => {
    if (cell(field) === '') return null;
    const at = readMoment(cell(field), dayAlone);
    if (!at) problem(field, 'hotline.not-a-time');
    return at;
  };
  const short = (field: GivenField, most: number): string | null => {
    const text = words(100_000).safeParse(cell(field)).data ?? '';
    if (text.length > most) remark(field, 'hotline.cut-short');
    return text === '' ? null : text.slice(0, most);
  };
  const number = plainTicketNumber(cell('number'));
  if (number === '') problem('number', 'hotline.number-needed');
  else if (number.length > 60) problem('number', 'input.too-long');
  else if (seen.has(number)) problem('number', 'hotline.number-twice');
  seen.add(number);
  const said = words(4000).safeParse([cell('title'), cell('words')].filter((text) => text !== '').join('\n'));
  if (!said.success) problem('words', said.error.issues[0]?.message ?? 'input.needed');
  const receivedAt = moment('receivedAt', 'begins');
  if (receivedAt && receivedAt > now) problem('receivedAt', 'hotline.ahead');
  const dispatchedAt = moment('dispatchedAt', 'begins');
  if (dispatchedAt && dispatchedAt > now) problem('dispatchedAt', 'hotline.ahead');
  const [dueAt, closedAt] = [moment('dueAt', 'ends'), moment('closedAt', 'begins')];
  const called = phone.safeParse(cell('phone'));
  if (!called.success && cell('phone') !== '') remark('phone', 'hotline.phone-left-out');
  if (into.problems.length > before || !said.success) return;
  into.rows.push({
    line,
    number,
    words: said.data,
    kind: kindOf(cell('kind')),
    receivedAt,
    dispatchedAt,
    dueAt,
    closedAt,
    address: short('address', 200),
    name: short('name', 60),
    phone: called.success ? called.data : null,
  });
}

/** What the hotline calls the kind of the matter, as far as the words know it; somebody sorts it afterwards. */
function kindOf(text: string): VoiceKind {
  const plain = text.normalize('NFKC').toLowerCase();
  const means = (titles: string) => titles.split('|').some((title) => plain.includes(title));
  const both = (kind: 'complaint' | 'praise' | 'question' | 'opinion') =>
    [m[`hotline_kinds_${kind}`]({}, { locale: 'zh-CN' }), m[`hotline_kinds_${kind}`]({}, { locale: 'en' })].join('|');
  return (['complaint', 'praise', 'question', 'opinion'] as const).find((kind) => means(both(kind))) ?? 'help_request';
}
