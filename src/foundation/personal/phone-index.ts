import { createHmac } from 'node:crypto';
import { installation } from '#foundation/server/installation.ts';

/**
 * By what a sealed phone number is found again: HMAC-SHA-256 (32 bytes) of the number in full, the same for every way of
 * writing it. There are only about 10^10 numbers, so the key is never in the database or its back-ups.
 */
export function phoneIndex(phone: string, key: Buffer = installation().personal.indexKey): Buffer {
  return createHmac('sha256', key)
    .update(`phone|${fullNumber(phone)}`)
    .digest();
}

/** `+8613800000000` for each of 138 0000 0000, 0086-138-0000-0000, +86 138 0000 0000 [ITU-T E.164]. */
function fullNumber(phone: string): string {
  const dialled = phone
    .normalize('NFKC')
    .replace(/[\s\p{Pd}().]/gu, '')
    .replace(/^00(?=[1-9])/, '+');
  return dialled.startsWith('+') ? dialled : `+86${dialled.replace(/^0(?=[1-9])/, '')}`;
}
