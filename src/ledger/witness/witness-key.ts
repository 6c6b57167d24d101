import { sign } from 'node:crypto';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { openKeyPair } from '../log/ledger-key.ts';
import { sha256 } from '../merkle/sha256.ts';
import { cosignedBytes, cosignerType, joinCosigned } from '../notes/cosignature.ts';
import type { Signature } from '../notes/signed-note.ts';
import { formatVerifierKey, keyIdOf } from '../notes/verifier-key.ts';

// The key with which this installation bears witness for others: another than the one its own ledger is signed with.

/** `cosign`: the text of a checkpoint at a time, in seconds. */
export type WitnessKey = { vkey: string; cosign(text: string, time: bigint): Signature };

/**
 * Reads `<keys>/witness.key`; `make`: makes it unless this witness has already confirmed something with one that is gone.
 * Null without key, or before the installation's own ledger has begun, from whose name the witness's is made.
 */
export async function openWitnessKey(db: Kysely<DB>, keysFolder: string, { make }: { make: boolean }): Promise<WitnessKey | null> {
  const name = await findWitnessName(db);
  const pair = name === null ? null : await openKeyPair(join(keysFolder, 'witness.key'), make && !(await hasConfirmed(db)));
  if (!pair || name === null) return null;
  const { privateKey, key } = pair;
  const keyId = await keyIdOf(name, cosignerType, key, sha256);
  return {
    vkey: formatVerifierKey({ name, keyId, type: cosignerType, key }),
    cosign: (text, time) => {
      const signature = sign(null, cosignedBytes(time, text), privateKey);
      return { name, keyId, signature: joinCosigned({ time, signature }) };
    },
  };
}

/** `voices.example.org/ledger/1` makes `voices.example.org/ledger/witness`; later epochs change nothing about it. */
async function findWitnessName(db: Kysely<DB>): Promise<string | null> {
  const first = await db.selectFrom('ledger_logs').select('origin').orderBy('id').limit(1).executeTakeFirst();
  return first ? first.origin.replace(/\d+$/, 'witness') : null;
}

async function hasConfirmed(db: Kysely<DB>): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`select exists (select from witnessed_logs where note is not null) as has`.execute(db);
  return rows[0]?.has ?? false;
}
