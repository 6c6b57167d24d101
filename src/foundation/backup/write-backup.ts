import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Encrypter } from 'age-encryption';
import { syncFolder } from '#foundation/secrets/key-file.ts';
import { bytesOf, streamOf } from './web-streams.ts';
import { tarOf, type Part } from './tar.ts';

type Options = { recipient: string; at: Date; signal?: AbortSignal | undefined };

/**
 * Writes the parts and, last, their sums into a new file that only the recipient can open; on the disk when this
 * returns. Returns the file's SHA-256.
 */
export async function writeBackup(path: string, parts: AsyncIterable<Part>, { recipient, at, signal }: Options): Promise<string> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const hash = createHash('sha256');
  const closed = await encrypter.encrypt(streamOf(tarOf(withSums(parts), at)));
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of bytesOf(closed)) {
      signal?.throwIfAborted();
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
  return hash.digest('hex');
}

/** `SHA256SUMS`, as `sha256sum -c` reads it. */
async function* withSums(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  let sums = '';
  for await (const part of parts) {
    sums += `${createHash('sha256').update(part.bytes).digest('hex')}  ${part.name}\n`;
    yield part;
  }
  yield { name: 'SHA256SUMS', bytes: Buffer.from(sums) };
}
