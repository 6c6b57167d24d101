// A sheet can claim to have a cell in column sixteen thousand of row one million: the parser would fill everything before it.
import { tableLimits, tableRefusal } from './table-limits.ts';

// The last row and column the format knows (ECMA-376 / Excel specifications): 1,048,576 and XFD.
const lastRow = 1_048_576;
const lastColumn = 16_384;
// Every attribute `r`, with or without a prefix; only the declaration `xmlns:r` means something else.
const addressOf = /(?:[\s"']|(?<![\s"']xmlns):)r\s*=\s*["']([^"'<>]{0,12})/g;
const emptyFrom = /["'](?:\s+[A-Za-z:]+="\w*")*\s*\/>/y;

/**
 * Throws when a filled cell lies outside the limits or an address is not written plainly. Looks at every `r="…"`
 * in the part, wherever it stands, so that no way of writing the XML can hide one. Formatted but empty cells are free.
 */
export function measureSheet(content: Buffer): void {
  if (!content.includes('sheetData')) return;
  const text = content.toString('utf8');
  for (const found of text.matchAll(addressOf)) {
    const [, letters, digits] = /^([A-Z]{0,3})(\d{1,7})$/.exec(found[1] ?? '') ?? [];
    if (letters === undefined || digits === undefined) throw tableRefusal('table.not-readable');
    const row = Number(digits);
    const column = columnNumber(letters);
    if (row > lastRow || column > lastColumn) throw tableRefusal('table.not-readable');
    if (letters === '' || !isBeyond(row, column)) continue;
    emptyFrom.lastIndex = found.index + found[0].length;
    if (emptyFrom.test(text)) continue;
    throw tableRefusal(column > tableLimits.columns ? 'table.too-large' : 'table.too-many-rows');
  }
}

/** Twice the rows, because empty ones are left out before rows are counted. */
function isBeyond(row: number, column: number): boolean {
  return column > tableLimits.columns || row > tableLimits.rows * 2;
}

function columnNumber(letters: string): number {
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}
