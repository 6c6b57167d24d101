import { createHmac } from 'node:crypto';
import { letters } from '#foundation/secrets/index.ts';
import { installation } from '#foundation/server/installation.ts';

// The first half of the password is derived from the reset and never stored; the second half is drawn when it is seconded.
// Eight characters, forty bits each: neither half alone opens anything, nor could it be guessed at the door.

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Shown to who asked. */
export function firstHalf(resetId: string): string {
  const tag = createHmac('sha256', installation().keys.subkey('reset-half')).update(resetId).digest();
  // 256 is eight times 32: every character is as likely as any other.
  return grouped([...tag.subarray(0, 8)].map((byte) => alphabet.charAt(byte % 32)).join(''));
}

/** Shown to who seconded. */
export function secondHalf(): string {
  return grouped(letters(8));
}

function grouped(half: string): string {
  return `${half.slice(0, 4)}-${half.slice(4)}`;
}
