import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { verifyEd25519 } from '../log/ledger-key.ts';
import { sha256 } from '../merkle/sha256.ts';
import { verifyConsistency } from '../merkle/verify.ts';
import { parseCheckpoint, type Checkpoint } from '../notes/checkpoint.ts';
import { formatNote, formatSignatures, parseNote, type Signature } from '../notes/signed-note.ts';
import { verifyNote } from '../notes/verify-note.ts';
import { readKnownLogs, type WitnessHouse } from './house.ts';
import { parseSubmission, type Submission } from './request.ts';
import { openWitnessKey, type WitnessKey } from './witness-key.ts';
import { keepWitnessed, lockWitnessed } from './witnessed.ts';

// A neighbour's ledger asks us to bear witness (add-checkpoint of c2sp.org/tlog-witness v1). We say yes only to a state that
// continues the one we said yes to before; that is kept before we answer, and whoever comes second waits for whoever was first.

export type WitnessAnswer = { status: 200 | 400 | 403 | 404 | 409 | 422 | 503; type: string; body: string };
/** A checkpoint that its ledger has signed. */
type Signed = { checkpoint: Checkpoint; text: string; signatures: Signature[] };

/** Answers a request: 200 with our cosignature, 409 with the size we know, or why not. */
export async function addCheckpoint(db: Kysely<DB>, house: WitnessHouse, body: string): Promise<WitnessAnswer> {
  const asked = parseSubmission(body);
  const checkpoint = parseCheckpoint(parseNote(asked?.checkpoint ?? '')?.text ?? '');
  if (!asked || !checkpoint || checkpoint.size > BigInt(Number.MAX_SAFE_INTEGER)) return says(400, 'This is not a request to a witness.');
  const keys = (await readKnownLogs(house)).map(({ key }) => key).filter(({ name }) => name === checkpoint.origin);
  if (keys.length === 0) return says(404, 'We bear no witness for this ledger.');
  const found = await Promise.all(keys.map(async (key) => ({ key, note: await verifyNote(asked.checkpoint, key, verifyEd25519) })));
  const signed = found.flatMap(({ key, note }) => (note ? note.signatures.filter(({ keyId }) => same(keyId, key.keyId)) : []));
  const text = found.find(({ note }) => note)?.note?.text;
  if (text === undefined) return says(403, 'No key we know of this ledger has signed this.');
  if (asked.old > checkpoint.size) return says(400, 'The old size is larger than the new one.');
  const key = await openWitnessKey(db, house.keysFolder, { make: true });
  if (!key) return says(503, 'This witness has no key at present.');
  return witness(db, house, asked, { checkpoint, text, signatures: signed }, key);
}

async function witness(db: Kysely<DB>, { keysFolder }: WitnessHouse, { old, path }: Submission, signed: Signed, key: WitnessKey) {
  const { checkpoint, text, signatures } = signed;
  return db.transaction().execute(async (trx): Promise<WitnessAnswer> => {
    const known = await lockWitnessed(trx, keysFolder, checkpoint.origin);
    if (old !== known.size) return { status: 409, type: 'text/x.tlog.size', body: `${known.size}\n` };
    if (old === checkpoint.size && old > 0n && !same(known.root, checkpoint.root)) return says(409, 'We know another root of this size.');
    const empty = checkpoint.size > 0n || same(checkpoint.root, sha256(new Uint8Array()));
    const proof = { first: old, second: checkpoint.size, firstRoot: known.root, secondRoot: checkpoint.root, path };
    if (!empty || !(await verifyConsistency(proof, sha256))) return says(422, 'The proof does not show that the ledger only grew.');
    const time = BigInt(Math.floor((await databaseTime(trx)).getTime() / 1000));
    const cosignature = key.cosign(text, time);
    await keepWitnessed(trx, keysFolder, { ...checkpoint, note: formatNote({ text, signatures: [...signatures, cosignature] }) });
    return { status: 200, type: 'text/plain; charset=utf-8', body: formatSignatures([cosignature]) };
  });
}

function says(status: WitnessAnswer['status'], sentence: string): WitnessAnswer {
  return { status, type: 'text/plain; charset=utf-8', body: `${sentence}\n` };
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
