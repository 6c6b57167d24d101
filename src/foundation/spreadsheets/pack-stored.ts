// The plainest zip archive there is: files one after another, uncompressed, sizes known (PKWARE APPNOTE 4.3).
import { crc32 } from 'node:zlib';
import type { Part } from './unpack-xlsx.ts';

/** Packs the parts into an archive whose headers are true because we wrote them. */
export function packStored(parts: Part[]): Buffer {
  const pieces: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const path = Buffer.from(name, 'utf8');
    const facts = describe(path.length, content);
    pieces.push(Buffer.concat([signature(0x04034b50), facts]), path, content);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    contents.push(Buffer.concat([signature(0x02014b50), version, facts, rest, path]));
    offset += 30 + path.length + content.length;
  }
  const directory = Buffer.concat(contents);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...pieces, directory, signature(0x06054b50), end]);
}

const version = Buffer.from([20, 0]);

/** The 26 bytes that the local header and the table of contents have in common; bit 11 says that names are UTF-8. */
function describe(nameLength: number, content: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x0800, 2);
  facts.writeUInt32LE(crc32(content), 10);
  facts.writeUInt32LE(content.length, 14);
  facts.writeUInt32LE(content.length, 18);
  facts.writeUInt16LE(nameLength, 22);
  return facts;
}

function signature(mark: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(mark);
  return bytes;
}
