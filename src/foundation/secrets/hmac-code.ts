/** Short codes, such as those sent to a phone, are kept only as keyed hashes: a copied database cannot be searched for them. */
import { createHmac } from 'node:crypto';
import type { Keys } from './installation-key.ts';

/**
 * HMAC-SHA-256 (32 bytes) of a value under its purpose. Put whatever the code is bound to into `value`
 * (request id, phone number and code), so that one person's code does not open another's door.
 */
export function hmacCode(keys: Keys, purpose: string, value: string): Buffer {
  return createHmac('sha256', keys.subkey('hmac-code'))
    .update(JSON.stringify([purpose, value]))
    .digest();
}
