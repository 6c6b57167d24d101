import { expect, test } from 'vitest';
import { readPlaceRows } from './place-rows.ts';

const table = (header: string[], ...rows: string[][]) => ({ header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });

test('columns in any order and either language; empty cells leave a step out', () => {
  const { rows, ignored } = readPlaceRows(
    table(['门牌号', 'Unit', '楼栋', 'Owner'], ['５０１', '2单元', ' 3号楼 ', 'x'], ['', '', '4号楼', '']),
  );
  expect(ignored).toEqual(['Owner']);
  expect(rows.map((row) => [row.line, row.steps.map((step) => step.name).join('/'), row.last.level])).toEqual([
    [2, '3号楼/2单元/501', 'household'],
    [3, '4号楼', 'building'],
  ]);
});

test('problems are told by line and column', () => {
  expect(readPlaceRows(table(['小区', '户'], ['a', 'b'])).problems).toEqual([
    { line: 1, column: 'building', code: 'places.column-missing' },
  ]);
  expect(readPlaceRows(table(['楼栋', 'Building'], ['a', 'b'])).problems).toEqual([
    { line: 1, column: 'building', code: 'places.column-twice' },
  ]);
  expect(readPlaceRows(table(['楼栋', '户'], ['', '501'], ['3', 'x'.repeat(41)])).problems).toEqual([
    { line: 2, column: 'building', code: 'places.building-missing' },
    { line: 3, column: 'household', code: 'input.too-long' },
  ]);
});
