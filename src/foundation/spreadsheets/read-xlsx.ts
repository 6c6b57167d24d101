// A workbook from Excel or WPS. Only the first sheet is read, only the values that were saved in it.
import { readSheet } from 'read-excel-file/node';
import { plainCell } from './plain-cell.ts';
import { measureSheet } from './measure-sheet.ts';
import { packStored } from './pack-stored.ts';
import type { TableRow } from './table-row.ts';
import { asTableRefusal } from './table-limits.ts';
import { unpackXlsx } from './unpack-xlsx.ts';

/**
 * All rows of the first sheet, empty ones included. The parser never sees the uploaded bytes: it gets a fresh,
 * uncompressed archive of the parts we have unpacked and measured ourselves, so a lying header reaches nobody.
 */
export async function readXlsx(bytes: Uint8Array): Promise<TableRow[]> {
  try {
    const parts = await unpackXlsx(bytes);
    for (const { content } of parts) measureSheet(content);
    const rows = await readSheet(packStored(parts));
    return rows.map((row, index) => ({ line: index + 1, cells: row.map(plainCell) }));
  } catch (error) {
    throw asTableRefusal(error);
  }
}
