import type { Table, TableProblem } from '#foundation/spreadsheets/index.ts';
import {
  answeredFields,
  givenFields,
  readTicketRows,
  ticketTitle,
  type TicketColumns,
  type TicketField,
  type TicketRow,
} from '#listen/hotline/index.ts';
import { m } from '#words';
import type { Fact } from '#ui/fact.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { readingIn } from '../../../../../display-choice.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { kindWord } from '../../../../../voice-words.ts';
import type { ShownProblem } from '../../../../table-problems.ts';

type Choice = { field: TicketField; label: string; value: string; needed: boolean };
export type Seen = {
  /** carried in the form, so that nothing of the file is kept before it is brought in */
  table: string;
  titles: { value: string; label: string }[];
  given: Choice[];
  answered: Choice[];
  kept: string | null;
  name: string;
  counts: string;
  preview: { heading: string; facts: Fact[] }[];
  problems: ShownProblem[];
  remarks: ShownProblem[];
};

const shownRows = 5;
const mostProblems = 100;

/** What a file would become with these columns: its first rows, and every row that needs a look. */
export function seenTable(table: Table, columns: TicketColumns, { kept, name }: { kept: string | null; name: string | null }): Seen {
  const { rows, problems, remarks } = readTicketRows(table, columns, new Date());
  const bad = table.rows.length - rows.length;
  const choices = (fields: readonly TicketField[]) =>
    fields.map((field) => ({
      field,
      label: ticketTitle(field, readingIn() ?? 'zh-CN'),
      value: String(columns[field] ?? ''),
      needed: field === 'number',
    }));
  return {
    table: JSON.stringify({ header: table.header, rows: table.rows }),
    titles: table.header.map((title, at) => ({ value: String(at), label: `${letterOf(at)} ${title}` })),
    given: choices(givenFields),
    answered: choices(answeredFields),
    kept,
    name: name ?? m.hotline_columns_name_first(),
    counts: m.hotline_preview_counts({ rows: table.rows.length, good: rows.length, bad }),
    preview: rows
      .slice(0, shownRows)
      .map((row) => ({ heading: `${m.hotline_preview_line({ line: row.line })} · ${row.number}`, facts: factsOf(row) })),
    problems: shownProblems(problems),
    remarks: shownProblems(remarks),
  };
}

export function shownProblems(problems: readonly TableProblem[]): ShownProblem[] {
  const titles: Record<string, string> = Object.fromEntries(
    givenFields.map((field) => [field, ticketTitle(field, readingIn() ?? 'zh-CN')]),
  );
  return problems
    .slice(0, mostProblems)
    .map(({ line, column, code, values }) => ({ line, column: titles[column] ?? column, message: refusalWords(code, values) }));
}

function factsOf(row: TicketRow): Fact[] {
  const fact = (field: TicketField, text: string | null): Fact[] =>
    text ? [{ term: ticketTitle(field, readingIn() ?? 'zh-CN'), text }] : [];
  const moment = (field: TicketField, at: Date | null): Fact[] => fact(field, at && sayMoment(at));
  return [
    ...fact('words', row.words),
    ...fact('kind', kindWord(row.kind)),
    ...moment('receivedAt', row.receivedAt),
    ...moment('dispatchedAt', row.dispatchedAt),
    ...moment('dueAt', row.dueAt),
    ...moment('closedAt', row.closedAt),
    ...fact('address', row.address),
    ...fact('name', row.name),
    ...fact('phone', row.phone),
  ];
}

/** The letter above a column in a spreadsheet. */
function letterOf(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : `${letterOf(Math.floor(at / 26) - 1)}${letterOf(at % 26)}`;
}
