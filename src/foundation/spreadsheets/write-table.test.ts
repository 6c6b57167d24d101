import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

test('csv begins with the byte order mark, ends lines with CRLF and quotes what needs it', () => {
  const bytes = writeCsv(
    ['编号', 'b'],
    [
      ['他说"好"', 'x,y'],
      ['one\ntwo', null],
      [-1.5, 0],
    ],
  );
  expect(bytes.toString('utf8')).toBe('\ufeff编号,b\r\n"他说""好""","x,y"\r\n"one\ntwo",\r\n-1.5,0\r\n');
});

const formulas = ["=cmd|' /C calc'!A0", '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1+1', '＠x'];

test.each(formulas)('no spreadsheet runs %j', async (text) => {
  expect(
    writeCsv([text], [[text]])
      .toString('utf8')
      .slice(1),
  ).toMatch(/^"?'[^]*\r\n"?'/);
  const table = await readTable(await writeXlsx([text], [[text]]), 'a.xlsx');
  expect(table.header[0]).toMatch(/^'/);
  expect(table.rows[0]?.cells[0]).toBe(`'${text}`);
});

test('numbers stay numbers, also negative ones; plain text is left alone', async () => {
  const table = await readTable(
    await writeXlsx(
      ['a', 'b'],
      [
        [-5, '3-2=1'],
        [null, '中文'],
      ],
    ),
    'a.xlsx',
  );
  expect(table.rows.map((row) => row.cells)).toEqual([
    ['-5', '3-2=1'],
    ['', '中文'],
  ]);
});

test('signs that XML does not know and texts too long for a cell do not damage the workbook', async () => {
  const bytes = await writeXlsx(
    ['a', 'b'],
    [
      ['bell\u0007<&>', 'x'],
      ['y', 'z'],
    ],
  );
  expect((await readTable(bytes, 'a.xlsx')).rows[0]?.cells).toEqual(['bell<&>', 'x']);
  await expect(writeXlsx(['a'], [['长'.repeat(40_000)]])).resolves.toBeInstanceOf(Buffer);
});

test('an export without rows still has its header', async () => {
  expect(writeCsv(['a', 'b'], []).toString('utf8')).toBe('\ufeffa,b\r\n');
  expect((await writeXlsx(['a', 'b'], [])).length).toBeGreaterThan(0);
});
