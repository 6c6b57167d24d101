/** Bytes as people say them on the telephone: letters and digits that can't be confused, four at a time. */
import { type AnySha256, hashLeaf } from '../verifier.ts';

/** Base32 [RFC 4648 §6]: no 0, 1, 8 or 9, so that O, I, B and G are always letters. */
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** The short code of a line: the first 40 bits of its hash, as 8 letters in two groups. */
export async function shortCode(entry: Uint8Array, sha256: AnySha256): Promise<string> {
  return spoken((await hashLeaf(entry, sha256)).slice(0, 5));
}

/** What people compare of a key: the first 80 bits of SHA-256 over its one line, as 16 letters in four groups. */
export async function fingerprint(vkey: string, sha256: AnySha256): Promise<string> {
  return spoken((await sha256(new TextEncoder().encode(vkey))).slice(0, 10));
}

/** Five bytes make eight letters. */
export function spoken(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  const text = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('');
  return text.match(/.{4}/g)?.join(' ') ?? '';
}
