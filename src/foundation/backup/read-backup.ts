import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Decrypter } from 'age-encryption';
import { aboutSchema, type About } from './about.ts';
import { BackupProblem } from './backup-problem.ts';
import { bytesOf, streamOf } from './web-streams.ts';
import type { Progress, Stage } from './place.ts';
import { partsOf, type Part } from './tar.ts';

type Reading = { progress?: Progress | undefined; stage?: Stage; signal?: AbortSignal | undefined };

/** The parts of a back-up in their order, opened with the identity. Throws BackupProblem when the file is damaged or another's. */
export async function* readBackup(
  path: string,
  identity: string,
  { progress, stage = 'checking', signal }: Reading = {},
): AsyncGenerator<Part> {
  const { size } = await stat(path).catch(() => {
    throw new BackupProblem('refused', `There is no back-up at ${path}: name the file, such as data.backups/huiyin-….backup.`);
  });
  let read = 0;
  const counted = async function* () {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024, ...(signal && { signal }) })) {
      read += chunk.length;
      progress?.(stage, read, size);
      yield new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.length);
    }
  };
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    yield* partsOf(bytesOf(await decrypter.decrypt(streamOf(counted()))));
  } catch (error) {
    throw signal?.aborted ? error : asDamage(error, path);
  }
}

/** Reads a whole back-up and compares every part with its sum. Throws BackupProblem; else returns what it says of itself. */
export async function checkBackup(path: string, identity: string, reading?: Reading): Promise<About> {
  const seen = new Map<string, string>();
  let about: About | null = null;
  let sums: string | null = null;
  for await (const { name, bytes } of readBackup(path, identity, reading)) {
    if (name === 'SHA256SUMS') sums = bytes.toString();
    else seen.set(name, createHash('sha256').update(bytes).digest('hex'));
    if (name === 'about.json') about = parseAbout(bytes, path);
  }
  const expected = [...seen].map(([name, sum]) => `${sum}  ${name}\n`).join('');
  if (!about || sums !== expected) throw damaged(path);
  return about;
}

/** Only its first part: what the back-up says of itself, before anything is begun. */
export async function readAbout(path: string, identity: string): Promise<About> {
  for await (const { name, bytes } of readBackup(path, identity)) {
    if (name === 'about.json') return parseAbout(bytes, path);
    break;
  }
  throw damaged(path);
}

function parseAbout(bytes: Buffer, path: string): About {
  const parsed = aboutSchema.safeParse(JSON.parse(bytes.toString()));
  if (!parsed.success)
    throw new BackupProblem('refused', `${path} was made by another version of Huiyin: update this one first (git pull).`);
  return parsed.data;
}

function asDamage(error: unknown, path: string): unknown {
  if (error instanceof BackupProblem) return error;
  if (error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code)) return error;
  if (error instanceof Error && /no identity matched/i.test(error.message))
    return new BackupProblem('refused', `${path} was closed with another key: bring back the backup.key of the keys folder of that time.`);
  return damaged(path);
}

function damaged(path: string): BackupProblem {
  return new BackupProblem('damaged', `${path} is damaged and can't be trusted: take another back-up.`);
}
