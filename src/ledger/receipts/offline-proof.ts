/**
 * A proof small enough for one QR code. The root is not carried: it follows from line and path, then the checkpoint is
 * written anew and the signatures are checked against it. Whole numbers big-endian:
 * version 1 · key id 4 · index 8 · size 8 · length of the line 2 · line · path length 1 · path × 32 · signature 64 ·
 * witnesses 1 · (key id 4 · seconds 8 · signature 64) each · first 4 bytes of SHA-256 over all before.
 */
import { type AnySha256, parseNote } from '../verifier.ts';
import type { Proof } from './proof.ts';

export type Cosignature = { keyId: Uint8Array; time: bigint; signature: Uint8Array };
export type OfflineProof = {
  keyId: Uint8Array;
  index: bigint;
  size: bigint;
  entry: Uint8Array;
  path: readonly Uint8Array[];
  signature: Uint8Array;
  cosignatures: Cosignature[];
};
const version = 1;
const longestPath = 64;

/** Packs a proof. `keyId`: of the log. Throws RangeError when the log hasn't signed the checkpoint. */
export function offlineProofOf({ checkpoint, ...proof }: Proof, keyId: Uint8Array): OfflineProof {
  const signatures = parseNote(checkpoint)?.signatures ?? [];
  const own = signatures.find((one) => one.signature.length === 64 && one.keyId.every((byte, at) => byte === keyId[at]));
  if (!own) throw new RangeError('this checkpoint is not signed with the key of this ledger');
  const cosignatures = signatures
    .filter(({ signature }) => signature.length === 72)
    .map((one) => ({ keyId: one.keyId, time: wholeNumber(one.signature.slice(0, 8)), signature: one.signature.slice(8) }));
  return { ...proof, keyId, signature: own.signature, cosignatures };
}

export async function packProof(proof: OfflineProof, sha256: AnySha256): Promise<Uint8Array> {
  const { keyId, index, size, entry, path, signature, cosignatures } = proof;
  if (path.length > longestPath || cosignatures.length > 255 || entry.length > 0xffff) throw new RangeError('too long for a QR code');
  const body = Uint8Array.of(
    version,
    ...keyId,
    ...bytesOf(index, 8),
    ...bytesOf(size, 8),
    ...bytesOf(BigInt(entry.length), 2),
    ...entry,
    path.length,
    ...path.flatMap((hash) => [...hash]),
    ...signature,
    cosignatures.length,
    ...cosignatures.flatMap((one) => [...one.keyId, ...bytesOf(one.time, 8), ...one.signature]),
  );
  return Uint8Array.of(...body, ...(await sha256(body)).slice(0, 4));
}

/** Null when a byte was misread or anything is missing or left over. */
export async function unpackProof(packed: Uint8Array, sha256: AnySha256): Promise<OfflineProof | null> {
  const body = packed.slice(0, -4);
  const sum = (await sha256(body)).slice(0, 4);
  if (packed.length < 4 || packed.slice(-4).some((byte, at) => byte !== sum[at])) return null;
  let at = 0;
  const take = (length: number) => body.slice(at, (at += length));
  const number = (length: number) => wholeNumber(take(length));
  if (number(1) !== BigInt(version)) return null;
  const keyId = take(4);
  const [index, size] = [number(8), number(8)];
  const entry = take(Number(number(2)));
  const path = Array.from({ length: Number(number(1)) }, () => take(32));
  const signature = take(64);
  const cosignatures = Array.from({ length: Number(number(1)) }, () => ({ keyId: take(4), time: number(8), signature: take(64) }));
  return at === body.length && path.length <= longestPath ? { keyId, index, size, entry, path, signature, cosignatures } : null;
}

export function bytesOf(number: bigint, length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, at) => Number((number >> BigInt(8 * (length - 1 - at))) & 255n));
}

function wholeNumber(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
}
