// A list that somebody brings from a spreadsheet: residents, buildings, budget lines. Read as plain text, nothing in it is run.
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { tableLimits, tableRefusal } from './table-limits.ts';
import type { TableRow } from './table-row.ts';

/** Every row has exactly as many cells as the header; cells are trimmed, empty ones are ''. */
export type Table = { header: string[]; rows: TableRow[] };

/**
 * Reads `.xlsx` (first sheet) or `.csv` (UTF-8 or GB18030; comma, semicolon or tab). The first filled row is
 * the header, empty rows are left out. Numbers come plain (`0.5`, `13800000000`), dates as `2025-03-01` or
 * `2025-03-01 09:30`, formulas as the value last saved. At most 5 MB, 20,000 rows, 60 columns, 2,000 characters a cell.
 * Throws `Invalid` on `file`: `table.too-large`, `table.not-readable`, `table.too-many-rows`, `table.empty` (no row below the header).
 */
export async function readTable(bytes: Uint8Array, fileName: string): Promise<Table> {
  if (bytes.byteLength > tableLimits.fileBytes) throw tableRefusal('table.too-large');
  if (/\.xlsx$/i.test(fileName)) return tidy(await readXlsx(bytes));
  if (/\.csv$/i.test(fileName)) return tidy(readCsv(bytes));
  throw tableRefusal('table.not-readable');
}

function tidy(lines: TableRow[]): Table {
  const filled = lines.map(trimmed).filter((row) => row.cells.length > 0);
  const [header, ...rows] = filled;
  if (header === undefined || rows.length === 0) throw tableRefusal('table.empty');
  if (rows.length > tableLimits.rows) throw tableRefusal('table.too-many-rows');
  const width = filled.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const tooLong = filled.some((row) => row.cells.some((cell) => cell.length > tableLimits.cellCharacters));
  if (width > tableLimits.columns || tooLong) throw tableRefusal('table.too-large');
  return { header: padded(header.cells, width), rows: rows.map(({ line, cells }) => ({ line, cells: padded(cells, width) })) };
}

function trimmed({ line, cells }: TableRow): TableRow {
  const texts = cells.map((cell) => cell.trim());
  return { line, cells: texts.slice(0, texts.findLastIndex((text) => text !== '') + 1) };
}

function padded(cells: string[], width: number): string[] {
  return [...cells, ...Array.from({ length: width - cells.length }, () => '')];
}
