// A list that somebody takes along: opens with a double click in Excel, WPS and LibreOffice, Chinese intact, nothing in it runs.
import writeXlsxFile from 'write-excel-file/node';
import { disarmCell } from './disarm-cell.ts';

/** Numbers are written as numbers; null is an empty cell; text is disarmed. */
export type Cell = string | number | null;

// More would make Excel call the file damaged (Excel specifications and limits).
const longestExcelText = 32_767;

/** CSV after RFC 4180 (CRLF, quotes doubled), UTF-8 with the byte order mark without which Excel guesses wrongly. */
export function writeCsv(header: string[], rows: Cell[][]): Buffer {
  const lines = [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`);
  return Buffer.from(`\ufeff${lines.join('')}`, 'utf8');
}

/** A workbook with one sheet, the header bold and kept in view; texts above 32,767 characters are cut. */
export async function writeXlsx(header: string[], rows: Cell[][]): Promise<Buffer> {
  const bold = header.map((title) => ({ value: xlsxText(title), type: String, fontWeight: 'bold' as const }));
  const body = rows.map((row) => row.map(xlsxCell));
  const columns = header.map((title, index) => ({ width: widthOf([title, ...rows.slice(0, 200).map((row) => row[index] ?? '')]) }));
  return writeXlsxFile([bold, ...body], { columns, stickyRowsCount: 1 }).toBuffer();
}

function csvCell(cell: Cell): string {
  const text = typeof cell === 'string' ? disarmCell(cell) : String(cell ?? '');
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function xlsxCell(cell: Cell) {
  if (cell === null || cell === '') return null;
  return typeof cell === 'number' ? { value: cell, type: Number } : { value: xlsxText(cell), type: String };
}

function xlsxText(text: string): string {
  return disarmCell(text).slice(0, longestExcelText);
}

/** In characters of the sheet; a Chinese one takes the room of two. Neither needle-thin nor wider than a screen. */
function widthOf(cells: Cell[]): number {
  const widths = cells.map((cell) => String(cell ?? '').replaceAll(/[\u1100-\uffff]/g, '  ').length);
  return Math.min(60, Math.max(8, ...widths) + 2);
}
