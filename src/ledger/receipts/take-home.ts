import { findLedgerState } from '../log/find-ledger-state.ts';
import { findProof } from '../log/find-proof.ts';
import { sha256 } from '../merkle/sha256.ts';
import { parseVerifierKey } from '../verifier.ts';
import { toLetters } from './letters.ts';
import { offlineProofOf, packProof } from './offline-proof.ts';
import type { Proof } from './proof.ts';
import { shortCode } from './spoken-code.ts';

/** `short`: to compare on the telephone; `letters`: the whole proof, for a QR code or behind the # of an address. */
export type TakeHome = { proof: Proof; vkey: string; signedAt: Date; short: string; letters: string };

/** What somebody takes home of one event; null until a checkpoint covers it. */
export async function takeHome(eventId: string): Promise<TakeHome | null> {
  const [found, state] = [await findProof(eventId), await findLedgerState()];
  const vkey = [state, ...(state?.earlier ?? [])].find((log) => log?.origin === found?.origin)?.vkey;
  const key = vkey && (await parseVerifierKey(vkey, sha256));
  if (!found || !vkey || !key) return null;
  const { entry, path, checkpoint, signedAt } = found;
  const proof: Proof = { index: BigInt(found.index), size: BigInt(found.size), entry, path, checkpoint };
  const packed = await packProof(offlineProofOf(proof, key.keyId), sha256);
  return { proof, vkey, signedAt, short: await shortCode(entry, sha256), letters: toLetters(packed) };
}
