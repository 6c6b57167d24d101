/** A commitment: says that something was said, without saying what, until whoever holds content and salt opens it. */
import { canonicalJson, type Content } from './canonical-json.ts';

const domain = 'gov-commit/v1';

/**
 * The bytes whose SHA-256 is the commitment: domain ‖ 0 ‖ type ‖ 0 ‖ salt ‖ canonical content. Never a bare hash of
 * what people said: names and phone numbers can be guessed. `salt`: 32 bytes, kept and erased with the content.
 * No hashing here, so that Node and a browser each use their own.
 */
export function commitmentBytes(type: string, salt: Uint8Array, content: Content): Uint8Array {
  if (salt.length !== 32) throw new TypeError('the salt of a commitment has 32 bytes');
  const head = new TextEncoder().encode(`${domain}\0${type}\0`);
  const body = new TextEncoder().encode(canonicalJson(content));
  const bytes = new Uint8Array(head.length + salt.length + body.length);
  bytes.set(head);
  bytes.set(salt, head.length);
  bytes.set(body, head.length + salt.length);
  return bytes;
}
