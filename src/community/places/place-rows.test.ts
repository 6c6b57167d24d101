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

test('a building brings where it stands: both numbers or neither, and the map they were read from', () => {
  const header = ['Building', '经度', 'Latitude', '坐标系'];
  const { rows } = readPlaceRows(table(header, ['1', '83.51', '38.90', ''], ['2', '', '', ''], ['3', '83.51', '38.90', 'GCJ-02']));
  expect(rows.map(({ point }) => point)).toEqual([
    { longitude: 83.51, latitude: 38.9, datum: 'WGS84' },
    null,
    { longitude: 83.51, latitude: 38.9, datum: 'GCJ02' },
  ]);
  const wrong = readPlaceRows(
    table(header, ['1', '83.51', '', ''], ['2', '200', '38', ''], ['3', '83', '38', 'Paris'], ['4', '=1+1', '3', '']),
  );
  expect(wrong.problems).toEqual([2, 3, 4, 5].map((line) => ({ line, column: 'longitude', code: 'map.not-a-degree' })));
});
