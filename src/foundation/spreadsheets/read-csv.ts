// The plainest list there is: text with commas, as Excel, WPS and every export button write it.
import { parse } from 'csv-parse/sync';
import { findDelimiter } from './find-delimiter.ts';
import type { TableRow } from './table-row.ts';
import { asTableRefusal, tableLimits, tableRefusal } from './table-limits.ts';

/** All records with the line each begins on. Throws `Invalid` when it is no text, or broken, or too long. */
export function readCsv(bytes: Uint8Array): TableRow[] {
  try {
    const text = decode(bytes);
    const rows: TableRow[] = [];
    parse(text, {
      delimiter: findDelimiter(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: tableLimits.columns * tableLimits.cellCharacters,
      on_record: (cells: string[], { lines }) => {
        if (cells.length > tableLimits.columns * 10) throw tableRefusal('table.too-large');
        // Twice, because rows of bare commas are counted here and left out later.
        if (rows.length > tableLimits.rows * 2) throw tableRefusal('table.too-many-rows');
        rows.push({ line: lines - lineBreaksIn(cells), cells });
        return null;
      },
    });
    return rows;
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'CSV_MAX_RECORD_SIZE';
    throw tooLong ? tableRefusal('table.too-large') : asTableRefusal(error);
  }
}

/** Excel in China saves CSV as GB18030 (GB 18030-2022, contains GBK and GB 2312); its bytes are almost never valid UTF-8. Lines end in LF from here on. */
function decode(bytes: Uint8Array): string {
  const text = decodeStrictly(bytes, 'utf-8') ?? decodeStrictly(bytes, 'gb18030');
  if (text === null || text.includes('\0')) throw tableRefusal('table.not-readable');
  return text.replaceAll(/\r\n?/g, '\n');
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The parser names the line a record ends on; people look for the line it begins on. */
function lineBreaksIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}
