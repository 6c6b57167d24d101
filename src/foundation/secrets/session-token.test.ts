import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { hashToken, newSessionToken } from './session-token.ts';

test('256 bits in base64url, found again by its hash alone', () => {
  const { token, hash } = newSessionToken();
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(hash.equals(hashToken(token))).toBe(true);
  expect(hash.equals(createHash('sha256').update(token).digest())).toBe(true);
  expect(newSessionToken().token).not.toBe(token);
});
