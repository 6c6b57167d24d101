/** Secrets that must be read again, such as the one an authenticator app shares, stand in the database only sealed. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Keys } from './installation-key.ts';

const VERSION = 'v1';
const NONCE = 12;
const TAG = 16;

/**
 * AES-256-GCM (NIST SP 800-38D) under `keys.subkey(purpose)`, a fresh 96-bit nonce each time. `bound` names where the
 * value stands (table, column, row): moved to another row, it no longer opens. Returns `v1.` and base64url text.
 */
export function seal(keys: Keys, purpose: string, bound: string, text: string): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', keys.subkey(purpose), nonce, { authTagLength: TAG });
  cipher.setAAD(boundTo(purpose, bound));
  const sealed = Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `${VERSION}.${sealed.toString('base64url')}`;
}

/** The text of a sealed value. Throws when it was changed, moved, or sealed under another key. */
export function unseal(keys: Keys, purpose: string, bound: string, sealed: string): string {
  const [version, body = ''] = sealed.split('.', 2);
  const bytes = Buffer.from(body, 'base64url');
  if (version !== VERSION || bytes.length < NONCE + TAG) throw new Error('this is not a sealed value');
  const decipher = createDecipheriv('aes-256-gcm', keys.subkey(purpose), bytes.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(boundTo(purpose, bound));
  decipher.setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8');
}

function boundTo(purpose: string, bound: string): Buffer {
  return Buffer.from(JSON.stringify([VERSION, purpose, bound]));
}
