import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { readKeyFile, replaceKeyFile } from '#foundation/secrets/index.ts';
import { sha256 } from '../merkle/sha256.ts';
import { parseCheckpoint, type Checkpoint } from '../notes/checkpoint.ts';
import { parseNote } from '../notes/signed-note.ts';
import { originHash } from './house.ts';

// The newest state this witness has confirmed of somebody's ledger, in the database and in a file beside the keys: a
// database from yesterday must not make a witness confirm a second story.

export type Witnessed = Checkpoint & { note: string | null };

/** Locks the ledger of this origin until the transaction ends, and says what was confirmed last (size 0: nothing yet). */
export async function lockWitnessed(trx: Kysely<DB>, keysFolder: string, origin: string): Promise<Witnessed> {
  await trx
    .insertInto('witnessed_logs')
    .values({ origin, size: 0, root: sha256(new Uint8Array()) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { size, root, note } = await trx
    .selectFrom('witnessed_logs')
    .select(['size', 'root', 'note'])
    .where('origin', '=', origin)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return newerOf({ origin, size: BigInt(size), root, note }, await readKept(keysFolder, originHash(origin)));
}

/** Keeps a newer state; on its disk beside the keys before the transaction ends. */
export async function keepWitnessed(trx: Kysely<DB>, keysFolder: string, { origin, size, root, note }: Witnessed & { note: string }) {
  await trx
    .updateTable('witnessed_logs')
    .set({ size: Number(size), root: Buffer.from(root), note, cosigned_at: sql`clock_timestamp()` })
    .where('origin', '=', origin)
    .execute();
  await replaceKeyFile(fileOf(keysFolder, originHash(origin)), note.trimEnd());
}

/** The newest state confirmed, for whoever asks by the hash of the origin. Null when there is none. */
export async function findWitnessed(db: Kysely<DB>, keysFolder: string, hash: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const row = await db
    .selectFrom('witnessed_logs')
    .select(['origin', 'size', 'root', 'note'])
    .where(sql`encode(sha256(convert_to(origin, 'UTF8')), 'hex')`, '=', hash)
    .executeTakeFirst();
  const kept = await readKept(keysFolder, hash);
  return row ? newerOf({ ...row, size: BigInt(row.size) }, kept).note : (kept?.note ?? null);
}

function newerOf(row: Witnessed, kept: Witnessed | null): Witnessed {
  if (!kept || kept.size < row.size) return row;
  if (kept.size === row.size && row.note !== null && !Buffer.from(row.root).equals(kept.root))
    throw new Error(`the file of what was confirmed of ${row.origin} contradicts the database`);
  return kept;
}

async function readKept(keysFolder: string, hash: string): Promise<Witnessed | null> {
  const path = fileOf(keysFolder, hash);
  const text = await readKeyFile(path);
  if (text === null) return null;
  const checkpoint = parseCheckpoint(parseNote(`${text}\n`)?.text ?? '');
  if (!checkpoint) throw new Error(`${path} can't be read as a checkpoint: restore it from your backup`);
  return { ...checkpoint, note: `${text}\n` };
}

function fileOf(keysFolder: string, hash: string): string {
  return join(keysFolder, `witnessed-${hash}`);
}
