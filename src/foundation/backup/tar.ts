import { BackupProblem } from './backup-problem.ts';

/** A named piece of a back-up. */
export type Part = { name: string; bytes: Buffer };

const block = 512;
const largest = 2 ** 31;

/** The archive of the parts, in the ustar format [IEEE Std 1003.1-1988], so that the ordinary `tar` unpacks it. */
export async function* tarOf(parts: AsyncIterable<Part>, at: Date): AsyncGenerator<Buffer> {
  for await (const part of parts) {
    yield headerOf(part, at);
    yield part.bytes;
    yield Buffer.alloc(padding(part.bytes.length));
  }
  yield Buffer.alloc(2 * block);
}

/** The parts of an archive, one after the other. Throws BackupProblem when it is none or is cut off. */
export async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Part> {
  const take = takerOf(chunks);
  for (;;) {
    const header = await take(block);
    if (header.every((byte) => byte === 0)) return;
    const { name, size } = readHeader(header);
    const bytes = await take(size);
    await take(padding(size));
    yield { name, bytes };
  }
}

function padding(size: number): number {
  return (block - (size % block)) % block;
}

function headerOf({ name, bytes }: Part, at: Date): Buffer {
  if (Buffer.byteLength(name) > 100) throw new Error(`${name} is too long a name for a back-up`);
  const header = Buffer.alloc(block);
  const octal = (value: number, digits: number) => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(bytes.length, 11), 124);
  header.write(octal(Math.floor(at.getTime() / 1000), 11), 136);
  header.write('        0', 148);
  header.write('ustar\x0000', 257);
  header.write(`${sumOf(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

function sumOf(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

function readHeader(header: Buffer): { name: string; size: number } {
  const text = (from: number, to: number) => header.toString('utf8', from, to).replace(/\0.*$/s, '').trim();
  const sum = Number.parseInt(text(148, 156), 8);
  const size = Number.parseInt(text(124, 136), 8);
  header.fill(' ', 148, 156);
  if (sum !== sumOf(header) || !(size >= 0 && size < largest)) throw damaged();
  return { name: text(0, 100), size };
}

/** Hands out exactly as many bytes as asked for. */
function takerOf(chunks: AsyncIterable<Uint8Array>): (size: number) => Promise<Buffer> {
  const source = chunks[Symbol.asyncIterator]();
  let waiting: Buffer[] = [];
  let length = 0;
  return async (size) => {
    while (length < size) {
      const next = await source.next();
      if (next.done) throw damaged();
      waiting.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength));
      length += next.value.byteLength;
    }
    const all = waiting.length === 1 && waiting[0] ? waiting[0] : Buffer.concat(waiting);
    waiting = [all.subarray(size)];
    length -= size;
    return all.subarray(0, size);
  };
}

function damaged(): BackupProblem {
  return new BackupProblem('damaged', 'The back-up is damaged: its contents do not fit together. Take another one.');
}
