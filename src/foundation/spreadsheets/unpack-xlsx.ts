// An .xlsx file is a zip archive. Its table of contents is read and added up before a single byte is unpacked.
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { findEntries } from './find-entries.ts';
import type { Entry } from './find-entries.ts';
import { tableRefusal } from './table-limits.ts';

/** One XML file of the workbook. */
export type Part = { name: string; content: Buffer };

const inflate = promisify(inflateRaw);

/** The XML parts of a workbook, none larger than its entry declares; pictures and macros stay packed. */
export async function unpackXlsx(bytes: Uint8Array): Promise<Part[]> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: Part[] = [];
  for (const entry of findEntries(archive)) {
    if (!/\.xml(\.rels)?$/.test(entry.name) || entry.size === 0) continue;
    parts.push({ name: entry.name, content: await unpack(archive, entry) });
  }
  return parts;
}

async function unpack(archive: Buffer, { start, packedSize, size, method }: Entry): Promise<Buffer> {
  if (archive.readUInt32LE(start) !== 0x04034b50) throw tableRefusal('table.not-readable');
  const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
  const packed = archive.subarray(from, from + packedSize);
  // The declared size is the most it may become: a bomb stops there.
  const content = method === 0 ? packed : await inflate(packed, { maxOutputLength: size });
  if (content.length !== size) throw tableRefusal('table.not-readable');
  return content;
}
