import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { reEncodePicture } from '#foundation/pictures/index.ts';
import { readTable } from '#foundation/spreadsheets/index.ts';
import { Invalid } from '#foundation/refusal.ts';

// S9: files made to burst. Each is refused within a second, and while it is looked at the process grows by at most 100 MB.
// What else is refused, and with which words, is tested beside the readers.

const mega = 1024 * 1024;
const most = { ms: 1000, bytes: 100 * mega };
type Entry = { name: string; data: Buffer; size: number };

const table = (bytes: Buffer) => () => readTable(bytes, 'list.xlsx');
const picture = (bytes: Buffer) => () => reEncodePicture(bytes);
const zeros = (bytes: number) => deflateRawSync(Buffer.alloc(bytes));

const bombs: [string, () => () => Promise<unknown>][] = [
  ['one string of 300 MB', () => table(zip([{ name: 'xl/sharedStrings.xml', data: zeros(300 * mega), size: 300 * mega }]))],
  ['300 MB said to be one', () => table(zip([{ name: 'xl/sharedStrings.xml', data: zeros(300 * mega), size: mega }]))],
  ['many parts of 1 MB', () => table(zip(many(400, zeros(mega), mega)))],
  ['sixty thousand parts', () => table(zip(many(60_000, Buffer.alloc(0), 0)))],
  ['parts that all lead to the same bytes', () => table(overlapping(900, zeros(mega), mega))],
  ['an archive in an archive', () => table(zip([{ name: 'inner.zip', data: zip(many(100, zeros(mega), mega)), size: 100 * mega }]))],
  ['a sheet of brackets', () => table(zip([{ name: 'xl/worksheets/sheet1.xml', ...packed('<a>'.repeat(4 * mega)) }]))],
  ['a sheet of entities', () => table(zip([{ name: 'xl/workbook.xml', ...packed(entities()) }]))],
  ['a PNG of 50,000 × 50,000', () => picture(png(50_000, 50_000, deflateSync(Buffer.alloc(50 * mega))))],
  ['a PNG of 40,000 × 1,001', () => picture(png(40_000, 1001, deflateSync(Buffer.alloc(40_000 * 3 * 1001))))],
  ['a PNG whose remark unpacks to 200 MB', () => picture(png(8, 8, Buffer.from('broken'), remark(200 * mega)))],
  ['a page that begins like a GIF', () => picture(Buffer.from('GIF89a/*<script>alert(1)</script>*/=1;'))],
];

it.each(bombs)('%s', async (_, make) => {
  const open = make();
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 5);
  const started = performance.now();
  const outcome: unknown = await open().catch((error: unknown) => error);
  const took = performance.now() - started;
  clearInterval(watch);
  peak = Math.max(peak, process.memoryUsage().rss);
  expect(outcome).toBeInstanceOf(Invalid);
  expect(took).toBeLessThan(most.ms);
  expect(peak - before).toBeLessThan(most.bytes);
});

it('a zip that leads out of its folder, and one with a link in it, are only read for what a workbook has', async () => {
  const outside = zip([
    { name: '../../../etc/cron.d/evil', ...packed('* * * * * root true\n') },
    { name: 'xl/link.xml', ...packed('/etc/passwd') },
  ]);
  await expect(readTable(outside, 'list.xlsx')).rejects.toThrow(Invalid);
});

function packed(text: string): { data: Buffer; size: number } {
  const bytes = Buffer.from(text);
  return { data: deflateRawSync(bytes), size: bytes.length };
}

function many(count: number, data: Buffer, size: number): Entry[] {
  return Array.from({ length: count }, (_, at) => ({ name: `xl/part${at}.xml`, data, size }));
}

/** Ten names, each ten of the one before: the billion laughs. */
function entities(): string {
  const rows = Array.from({ length: 10 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e0 "laugh">${rows.join('')}]><workbook>&e10;</workbook>`;
}

/** A zip archive (PKWARE APPNOTE 4.3); `size` is what the table of contents claims. */
function zip(entries: Entry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const head = local(entry);
    locals.push(head, entry.data);
    central.push(contents(entry, at));
    at += head.length + entry.data.length;
  }
  return closed(locals, central, at);
}

/** Every line of the contents leads to the same packed bytes, so that the file stays small (David Fifield's construction, simplified). */
function overlapping(count: number, data: Buffer, size: number): Buffer {
  const entry = { name: 'xl/part.xml', data, size };
  const head = local(entry);
  return closed(
    [head, data],
    Array.from({ length: count }, () => contents(entry, 0)),
    head.length + data.length,
  );
}

function local({ name, data, size }: Entry): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(data.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name)]);
}

function contents({ name, data, size }: Entry, at: number): Buffer {
  const head = Buffer.alloc(46);
  head.writeUInt32LE(0x02014b50, 0);
  head.writeUInt16LE(8, 10);
  head.writeUInt32LE(data.length, 20);
  head.writeUInt32LE(size, 24);
  head.writeUInt16LE(name.length, 28);
  head.writeUInt32LE(at, 42);
  return Buffer.concat([head, Buffer.from(name)]);
}

function closed(locals: Buffer[], central: Buffer[], at: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Math.min(central.length, 65_535), 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...central, end]);
}

function png(width: number, height: number, image: Buffer, ...more: Buffer[]): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const end = [chunk('IDAT', image), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), ...more, ...end]);
}

function remark(bytes: number): Buffer {
  return chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]));
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
