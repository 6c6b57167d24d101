import { join } from 'node:path';
import { readKeyFile, replaceKeyFile } from '#foundation/secrets/index.ts';
import { parseCheckpoint, type Checkpoint } from '../notes/checkpoint.ts';
import { parseNote } from '../notes/signed-note.ts';
import { LedgerHalt } from './halt.ts';

// What was signed last, kept outside the database: so that a database from yesterday can't make the ledger go back.

/** The checkpoint in `<folder>/last-signed`; null when nothing was signed yet. Throws LedgerHalt when it can't be read. */
export async function readLastSigned(folder: string): Promise<Checkpoint | null> {
  const path = join(folder, 'last-signed');
  const text = await readKeyFile(path);
  if (text === null) return null;
  const checkpoint = parseCheckpoint(parseNote(`${text}\n`)?.text ?? '');
  if (!checkpoint) throw new LedgerHalt('last_signed_damaged', `${path} can't be read as a checkpoint: restore it from your backup.`);
  return checkpoint;
}

/** Replaces it with a newer note; safe on its disk before this returns. */
export async function writeLastSigned(folder: string, note: string): Promise<void> {
  await replaceKeyFile(join(folder, 'last-signed'), note.trimEnd());
}
