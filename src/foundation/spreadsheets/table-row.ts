// One line of somebody's list.

/** `line` as the spreadsheet counts it (from 1), so that an error can be found again. */
export type TableRow = { line: number; cells: string[] };
