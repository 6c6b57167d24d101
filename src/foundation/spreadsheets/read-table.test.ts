import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { Invalid } from '#foundation/refusal.ts';
import { packStored } from './pack-stored.ts';
import { readTable } from './read-table.ts';
import { writeCsv, writeXlsx } from './write-table.ts';

const header = ['姓名', '楼栋', '说明'];
const rows = [
  ['张阿姨', '3号楼', '路灯不亮，晚上看不清'],
  ['李 "小" 明', '', 'two\nlines, and a comma'],
];

describe('a table that was written can be read again', () => {
  test('csv', async () => {
    const table = await readTable(writeCsv(header, rows), '居民.csv');
    expect(table.header).toEqual(header);
    expect(table.rows).toEqual([
      { line: 2, cells: rows[0] },
      { line: 3, cells: rows[1] },
    ]);
  });

  test('xlsx', async () => {
    const table = await readTable(await writeXlsx(header, rows), '居民.XLSX');
    expect(table.header).toEqual(header);
    expect(table.rows).toEqual([
      { line: 2, cells: rows[0] },
      { line: 3, cells: rows[1] },
    ]);
  });

  test('20,000 rows of both', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => [`第${index}户`, index, null]);
    for (const [name, bytes] of [
      ['a.csv', writeCsv(header, many)],
      ['a.xlsx', await writeXlsx(header, many)],
    ] as const) {
      const table = await readTable(bytes, name);
      expect(table.rows).toHaveLength(20_000);
      expect(table.rows.at(-1)).toEqual({ line: 20_001, cells: ['第19999户', '19999', ''] });
    }
  });
});

describe('csv', () => {
  const read = (text: string | Uint8Array, name = 'a.csv') => readTable(typeof text === 'string' ? Buffer.from(text) : text, name);

  test('GB18030, as Excel in China saves it', async () => {
    const bytes = Buffer.from('d0d5c3fb2cc2a5b6b00d0ad5c5b0a2d2cc2c33bac5c2a50d0a9534b2352c31', 'hex');
    const table = await read(bytes);
    expect(table.header).toEqual(['姓名', '楼栋']);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['张阿姨', '3号楼'],
      ['𠮷', '1'],
    ]);
  });

  test('UTF-8 with and without byte order mark', async () => {
    for (const mark of ['', '\ufeff']) expect((await read(`${mark}姓名\n张\n`)).header).toEqual(['姓名']);
  });

  test.each([',', ';', '\t'])('separated by %j, also when the other marks stand in quotes', async (mark) => {
    const table = await read(`a${mark}"b,b;b;b,b"${mark}c\n1${mark}2${mark}3\n`);
    expect(table).toEqual({ header: ['a', 'b,b;b;b,b', 'c'], rows: [{ line: 2, cells: ['1', '2', '3'] }] });
  });

  test('lines are counted as the spreadsheet counts them: empty lines and lines inside a cell too', async () => {
    const table = await read('a,b\r\n\r\n"one\r\ntwo",x\r\n,,\r\nlast,y');
    expect(table.rows).toEqual([
      { line: 3, cells: ['one\ntwo', 'x'] },
      { line: 6, cells: ['last', 'y'] },
    ]);
  });

  test('short rows are filled up, long rows widen the header, edges are trimmed', async () => {
    const table = await read(' a ,b\n1\n1,2,3,,\n');
    expect(table.header).toEqual(['a', 'b', '']);
    expect(table.rows.map((row) => row.cells)).toEqual([
      ['1', '', ''],
      ['1', '2', '3'],
    ]);
  });

  test('a formula stays text', async () => {
    expect((await read('a\n=1+1\n')).rows[0]?.cells).toEqual(['=1+1']);
  });

  test.each<[string, string, string | Uint8Array]>([
    ['nothing', 'table.empty', ''],
    ['only a header', 'table.empty', 'a,b\n'],
    ['only commas', 'table.empty', ',,,\n,,,\n'],
    ['an open quote', 'table.not-readable', 'a,b\n"1,2\n'],
    ['a picture', 'table.not-readable', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
    ['a NUL', 'table.not-readable', 'a\n\0\n'],
    ['20,001 rows', 'table.too-many-rows', `a\n${'1\n'.repeat(20_001)}`],
    ['a million rows', 'table.too-many-rows', '1\n'.repeat(1_000_000)],
    ['61 columns', 'table.too-large', `${'a,'.repeat(60)}a\n1\n`],
    ['two million columns', 'table.too-large', `a\n${','.repeat(2_000_000)}1\n`],
    ['a cell of 2,001 characters', 'table.too-large', `a\n${'x'.repeat(2001)}\n`],
    ['more than 5 MB', 'table.too-large', new Uint8Array(5 * 1024 * 1024 + 1)],
  ])('%s is refused', async (_, code, text) => {
    await expectRefusal(read(text), code);
  });

  test('an unknown kind of file is refused', async () => {
    await expectRefusal(read('a\n1\n', 'a.xls'), 'table.not-readable');
    await expectRefusal(read('a\n1\n', 'a'), 'table.not-readable');
  });
});

describe('xlsx', () => {
  test('numbers and dates become plain text', async () => {
    const day = new Date(Date.UTC(2025, 2, 1));
    const moment = new Date(Date.UTC(2025, 2, 1, 9, 31, 7));
    const values = [13800000000, 0.1 + 0.2, -5, 1e21, 0.0000001, true, day, moment];
    const cells = values.map((value) => (value instanceof Date ? { value, type: Date, format: 'yyyy/mm/dd hh:mm' } : value));
    const bytes = await writeXlsxFile([values.map((_, index) => `k${index}`), cells]).toBuffer();
    expect((await readTable(bytes, 'a.xlsx')).rows[0]?.cells).toEqual([
      '13800000000',
      '0.3',
      '-5',
      '1000000000000000000000',
      '0.0000001',
      'TRUE',
      '2025-03-01',
      '2025-03-01 09:31:07',
    ]);
  });

  test('of a formula the saved value is read, nothing is computed', async () => {
    const bytes = workbook(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>sum</t></is></c></row><row r="2"><c r="A2"><f>1+1</f><v>7</v></c></row>',
    );
    expect((await readTable(bytes, 'a.xlsx')).rows).toEqual([{ line: 2, cells: ['7'] }]);
  });

  test('formatted but empty cells far out do no harm', async () => {
    const bytes = workbook(`${texts(3)}<row r="1048576" spans="1:9"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>`);
    expect((await readTable(bytes, 'a.xlsx')).rows).toHaveLength(2);
  });

  test.each<[string, string, () => Uint8Array]>([
    ['a cell in the last corner', 'table.too-large', () => workbook(`${texts(2)}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)],
    [
      'the same behind a feint',
      'table.too-large',
      () => workbook(`${texts(2)}<row r="1048576"><c y=' r="XFD9"/>' x:r="XFD1048576"><v>1</v></c></row>`),
    ],
    ['a cell in row 90,000', 'table.too-many-rows', () => workbook(`${texts(2)}<row r="90000"><c r="A90000"><v>1</v></c></row>`)],
    ['row one billion', 'table.not-readable', () => workbook(`${texts(2)}<row r="1000000000"></row>`)],
    ['row 1e9', 'table.not-readable', () => workbook(`${texts(2)}<row r="1e9"></row>`)],
    ['an address in entities', 'table.not-readable', () => workbook(`${texts(2)}<row r="3"><c r="&#88;FD3"><v>1</v></c></row>`)],
    ['a column beyond the format', 'table.not-readable', () => workbook(`${texts(2)}<row r="3"><c r="ZZZ3"><v>1</v></c></row>`)],
    ['a file that says row a million and nothing else', 'table.empty', () => workbook('<row r="1048576"></row>')],
    ['20,001 rows', 'table.too-many-rows', () => workbook(texts(20_002))],
    ['only a header', 'table.empty', () => workbook(texts(1))],
    ['an empty sheet', 'table.empty', () => workbook('')],
    ['broken XML', 'table.not-readable', () => workbook('<row r="1"><c r="A1"')],
    ['an archive with something else', 'table.not-readable', () => packStored([{ name: 'a.xml', content: Buffer.from('<a/>') }])],
    ['csv in disguise', 'table.not-readable', () => Buffer.from('a,b\n1,2\n')],
    ['nothing', 'table.not-readable', () => new Uint8Array()],
    ['a cut file', 'table.not-readable', () => workbook(texts(9)).subarray(0, 700)],
    [
      '1,001 entries',
      'table.too-large',
      () => packStored(Array.from({ length: 1001 }, (_, index) => ({ name: `${index}.xml`, content: Buffer.from('x') }))),
    ],
    ['a bomb that says so', 'table.too-large', () => bomb(200_000_000, 200_000_000)],
    ['a bomb that lies in its table of contents', 'table.not-readable', () => bomb(200_000_000, 1000)],
    ['a bomb of many', 'table.too-large', () => bomb(30_000_000, 30_000_000, 2)],
  ])('%s is refused within a second', async (_, code, make) => {
    const bytes = make();
    const started = performance.now();
    await expectRefusal(readTable(bytes, 'a.xlsx'), code);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

async function expectRefusal(promise: Promise<unknown>, code: string): Promise<void> {
  const error: unknown = await promise.catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(Invalid);
  expect(error).toMatchObject({ problems: [{ field: 'file', code }] });
}

function texts(count: number): string {
  return Array.from(
    { length: count },
    (_, index) => `<row r="${index + 1}"><c r="A${index + 1}" t="inlineStr"><is><t>行</t></is></c></row>`,
  ).join('');
}

function workbook(sheetData: string): Buffer {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const parts = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${sheetData}</sheetData></worksheet>`,
  };
  return packStored(Object.entries(parts).map(([name, xml]) => ({ name, content: Buffer.from(xml) })));
}

/** An archive with parts of zeros, deflated, that unpack to `size` bytes each and declare `declared`. */
function bomb(size: number, declared: number, count = 1): Buffer {
  const packed = deflateRawSync(Buffer.alloc(size));
  const parts = Array.from({ length: count }, (_, index) => ({ name: `xl/part${index}.xml`, content: packed }));
  const archive = packStored(parts);
  for (let at = 0; (at = archive.indexOf('PK\x01\x02', at, 'latin1')) >= 0; at += 46) {
    archive.writeUInt16LE(8, at + 10);
    archive.writeUInt32LE(declared, at + 24);
  }
  return archive;
}
