export { findColumns } from './find-columns.ts';
export { readTable } from './read-table.ts';
export type { Table } from './read-table.ts';
export { refuseTable, tableProblemsOf } from './table-problems.ts';
export type { TableProblem } from './table-problems.ts';
export type { TableRow } from './table-row.ts';
export { writeCsv, writeXlsx } from './write-table.ts';
export type { Cell } from './write-table.ts';
