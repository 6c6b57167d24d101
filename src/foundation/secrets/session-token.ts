/** The key in the browser's cookie. The database keeps only its hash, so a copy of it opens no session. */
import { createHash, randomBytes } from 'node:crypto';

/** A fresh 256-bit token in base64url (43 characters) for the cookie, and the hash to store. */
export function newSessionToken(): { token: string; hash: Buffer } {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashToken(token) };
}

/** SHA-256 of the token as sent. Plain SHA-256 is enough: 256 random bits cannot be guessed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
