/** The bookmark between two pages of a list: carried by the reader, so signed against alteration. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from './installation-key.ts';

/** `value` as base64url, a dot, and its tag. Signed, not secret: put nothing private in it. Name the list inside the value. */
export function signCursor(keys: Keys, value: string): string {
  const text = Buffer.from(value, 'utf8').toString('base64url');
  return `${text}.${tag(keys, text)}`;
}

/** The value that was signed, or null when a single character differs. */
export function openCursor(keys: Keys, cursor: string): string | null {
  const [text, given, ...rest] = cursor.split('.');
  if (text === undefined || given === undefined || rest.length > 0) return null;
  // The texts are compared, not the bytes: base64 has several spellings of one value.
  const right = Buffer.from(tag(keys, text));
  const claimed = Buffer.from(given);
  if (claimed.length !== right.length || !timingSafeEqual(claimed, right)) return null;
  return Buffer.from(text, 'base64url').toString('utf8');
}

function tag(keys: Keys, text: string): string {
  return createHmac('sha256', keys.subkey('cursor')).update(text).digest('base64url');
}
