// The table of contents at the end of a zip archive (PKWARE APPNOTE 4.3.12 and 4.3.16).
import { tableLimits, tableRefusal } from './table-limits.ts';

/** `start` is the offset of the entry's local header; sizes in bytes; `method` 0 stored, 8 deflated. */
export type Entry = { name: string; method: number; packedSize: number; size: number; start: number };

/** All entries, provided they are few enough and small enough together. Zip64 and encrypted archives are not readable. */
export function findEntries(archive: Buffer): Entry[] {
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  if (archive.readUInt32LE(0) !== 0x04034b50 || end < 0) throw tableRefusal('table.not-readable');
  const count = archive.readUInt16LE(end + 10);
  if (count > tableLimits.entries) throw tableRefusal('table.too-large');
  const entries: Entry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = archive.readUInt16LE(at + 28);
    entries.push(readEntry(archive, at, nameLength));
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  const unpacked = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (unpacked > tableLimits.unpackedBytes) throw tableRefusal('table.too-large');
  return entries;
}

function readEntry(archive: Buffer, at: number, nameLength: number): Entry {
  const encrypted = (archive.readUInt16LE(at + 8) & 1) === 1;
  const method = archive.readUInt16LE(at + 10);
  if (archive.readUInt32LE(at) !== 0x02014b50 || encrypted || (method !== 0 && method !== 8)) {
    throw tableRefusal('table.not-readable');
  }
  return {
    name: archive.toString('utf8', at + 46, at + 46 + nameLength),
    method,
    packedSize: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    start: archive.readUInt32LE(at + 42),
  };
}
