/** The public key of a log in one line, to be pinned by whoever checks it (`vkey` of c2sp.org/signed-note). */
import type { AnySha256 } from '../merkle/verify.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { isKeyName } from './signed-note.ts';

/** `type` 1: Ed25519, of a log; 4: Ed25519 of a witness, whose signatures carry their time (c2sp.org/tlog-cosignature). */
export type VerifierKey = { name: string; keyId: Uint8Array; type: number; key: Uint8Array };
const ed25519 = 1;

/** The first four bytes of SHA-256(name ‖ line break ‖ type ‖ key). */
export async function keyIdOf(name: string, type: number, key: Uint8Array, sha256: AnySha256): Promise<Uint8Array> {
  const bytes = Uint8Array.of(...new TextEncoder().encode(`${name}\n`), type, ...key);
  return (await sha256(bytes)).slice(0, 4);
}

/** `name+hexadecimal key id+base64(type ‖ key)` */
export function formatVerifierKey({ name, keyId, type, key }: VerifierKey): string {
  const id = Array.from(keyId, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${name}+${id}+${toBase64(Uint8Array.of(type, ...key))}`;
}

/** Reads an Ed25519 verifier key of this type; null when it isn't one, or when its id doesn't belong to it. */
export async function parseVerifierKey(vkey: string, sha256: AnySha256, type: number = ed25519): Promise<VerifierKey | null> {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(vkey) ?? [];
  const bytes = fromBase64(encoded);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== type) return null;
  const found = { name, keyId: await keyIdOf(name, type, bytes.slice(1), sha256), type, key: bytes.slice(1) };
  return formatVerifierKey(found) === `${name}+${id}+${encoded}` ? found : null;
}
