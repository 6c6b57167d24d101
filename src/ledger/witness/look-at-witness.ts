import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { outgoingFetch } from '#foundation/gateways/index.ts';
import { goesThrough } from '../log/assert-uncontradicted.ts';
import { verifyEd25519 } from '../log/ledger-key.ts';
import { findOpenLog, type Log } from '../log/log.ts';
import { sha256 } from '../merkle/sha256.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import { parseVerifierKey } from '../notes/verifier-key.ts';
import { verifyNote } from '../notes/verify-note.ts';
import { originHash, readPolicy, type WitnessHouse } from './house.ts';
import type { Witness } from './policy.ts';

const patienceMs = 5_000;

/**
 * Asks every witness what it knows of our ledger: at the start, since the database may be an old back-up, and the keys
 * folder with it. Whoever can't be reached is passed over.
 */
export async function lookAtWitnesses(db: Kysely<DB>, house: WitnessHouse): Promise<void> {
  const [policy, log] = [await readPolicy(house), await findOpenLog(db)];
  if (policy && log) await Promise.all(policy.witnesses.map((one) => lookAtWitness(db, log, one, house.allowPrivate)));
}

/**
 * Fetches the newest state this witness has confirmed. If our own key signed it and this database doesn't go through it,
 * that is written down, and nothing is signed any more. Nobody's bare word stops the ledger. Returns whether it was so.
 */
export async function lookAtWitness(db: Kysely<DB>, log: Log, witness: Witness, allowPrivate: boolean): Promise<boolean> {
  const key = await parseVerifierKey(log.vkey, sha256);
  const text = await fetchKnown(`${(witness.url ?? '').replace(/\/+$/, '')}/${originHash(log.origin)}/checkpoint`, allowPrivate);
  const note = text !== null && key ? await verifyNote(text, key, verifyEd25519) : null;
  const seen = parseCheckpoint(note?.text ?? '');
  if (text === null || seen?.origin !== log.origin || seen.size > BigInt(Number.MAX_SAFE_INTEGER)) return false;
  if (await goesThrough(db, log, seen)) return false;
  await db
    .insertInto('ledger_sightings')
    .values({ log_id: log.id, size: Number(seen.size), root: Buffer.from(seen.root), note: text, witness: witness.key.name })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return true;
}

async function fetchKnown(url: string, allowPrivate: boolean): Promise<string | null> {
  const answer = await outgoingFetch({ url, allowPrivate, patienceMs, longestAnswer: 32_768 }).catch(() => null);
  return answer?.status === 200 ? answer.body.toString() : null;
}
