/** Passwords of the staff: kept only as Argon2id hashes, and checked in a way that tells an outsider nothing. */
import { hash, verify } from '@node-rs/argon2';
import { takeTurns } from './take-turns.ts';

export const LONGEST_PASSWORD = 256;

// OWASP Password Storage Cheat Sheet: Argon2id (the library's default kind), 19 MiB, two passes, one lane.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

// Two at once: a rush of log-ins must not take all memory and processors from the residents' pages.
const inTurn = takeTurns(2);

// The hash of a random value nobody kept. Fixed, so that the first unknown user does not cost an extra hash.
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$UySVZujeDywzEbKozo+cdg$hxCg+9MW4nWhPr1JmYyfOuNqXr+7NsBhkOGhkvvMdIQ';

/**
 * Argon2id hash as a PHC string, to be stored as it is. The text is NFKC-normalised first
 * (NIST SP 800-63B-4, 3.1.1.2), so that the same characters typed on two keyboards agree.
 * Throws a RangeError above 256 characters: say so earlier with `whyNotPassword`.
 */
export async function hashPassword(password: string): Promise<string> {
  if (isTooLong(password)) throw new RangeError('password longer than 256 characters');
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

/** Whether the password belongs to the stored hash. Throws only when the stored hash itself is damaged. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  if (isTooLong(password)) return dummyVerify();
  return inTurn(() => verify(stored, password.normalize('NFKC')));
}

/** Spends the time of one check and answers no: for unknown or disabled accounts (ASVS 5.0, 6.3.8). */
export async function dummyVerify(password = ''): Promise<false> {
  const given = isTooLong(password) ? '' : password.normalize('NFKC');
  await inTurn(() => verify(NOBODY, given));
  return false;
}

function isTooLong(password: string): boolean {
  return [...password].length > LONGEST_PASSWORD;
}
