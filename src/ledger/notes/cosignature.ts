/** A witness's signature under a checkpoint, with the time of it: cosignature/v1 of c2sp.org/tlog-cosignature. Runs in browsers too. */
import type { Note, Signature } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';
import type { AnyEd25519 } from './verify-note.ts';

/** The type of a witness's key. */
export const cosignerType = 4;
/** `time`: seconds since 1970; `signature`: 64 bytes. */
export type Cosigned = { time: bigint; signature: Uint8Array };

/** What is signed: the time, then the text of the checkpoint. */
export function cosignedBytes(time: bigint, text: string): Uint8Array {
  return new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${text}`);
}

/** Eight bytes of seconds before 64 of signature, as they stand in a note. */
export function joinCosigned({ time, signature }: Cosigned): Uint8Array {
  const seconds = new Uint8Array(8);
  new DataView(seconds.buffer).setBigUint64(0, time);
  return Uint8Array.of(...seconds, ...signature);
}

/** The same, taken apart; null for a signature of another kind. */
export function splitCosigned(bytes: Uint8Array): Cosigned | null {
  if (bytes.length !== 72) return null;
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0);
  return time < 1n << 63n ? { time, signature: bytes.slice(8) } : null;
}

/** This witness's cosignature under a note, if there is one that holds. What others signed is passed over. */
export async function findCosignature(note: Note, witness: VerifierKey, verify: AnyEd25519): Promise<(Signature & Cosigned) | null> {
  for (const { name, keyId, signature: bytes } of note.signatures) {
    const cosigned = splitCosigned(bytes);
    if (!cosigned || name !== witness.name || !keyId.every((byte, at) => byte === witness.keyId[at])) continue;
    if (await verify(witness.key, cosignedBytes(cosigned.time, note.text), cosigned.signature)) return { name, keyId, ...cosigned };
  }
  return null;
}
