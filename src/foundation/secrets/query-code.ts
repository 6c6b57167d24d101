/** The eight digits on a receipt with which somebody without an account looks up what became of a matter. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './installation-key.ts';

/**
 * Eight decimal digits for one voice. Derived, not stored: the receipt can be printed again, and a stolen
 * database tells no code. 10^8 possibilities: the door must count wrong tries.
 */
export function queryCode(keys: Keys, communityId: string, voiceId: string): string {
  const tag = createHmac('sha256', keys.subkey('query-code'))
    .update(JSON.stringify([communityId, voiceId]))
    .digest();
  return String(tag.readBigUInt64BE(0) % 100_000_000n).padStart(8, '0');
}

/** Whether two codes are the same, spaces, dashes and full-width digits aside. Its time tells nothing; empty is never the same. */
export function sameCode(a: string, b: string): boolean {
  const [left, right] = [bare(a), bare(b)];
  return timingSafeEqual(digest(left), digest(right)) && left !== '';
}

function bare(code: string): string {
  return code.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '');
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
