/** Codes that people read from paper or a telephone and type in: drawn evenly, without look-alike characters. */
import { randomInt } from 'node:crypto';

// Crockford's base32: no I, L, O, U. Five bits a character.
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** `n` random decimal digits, leading zeros included. */
export function digits(n: number): string {
  return drawn('0123456789', n);
}

/** `n` random characters of Crockford's base32 (5 bits each). */
export function letters(n: number): string {
  return drawn(LETTERS, n);
}

/** Ten single-use codes XXXXX-XXXXX (50 bits each). Store a hash of `plainCode(code)`. */
export function recoveryCodes(): string[] {
  return Array.from({ length: 10 }, () => grouped(letters(10), 5));
}

/** The code on an invitation card, XXXX-XXXX-XXXX (60 bits). Store `hashPassword(plainCode(code))` (ASVS 5.0, 6.5.2). */
export function invitationCode(): string {
  return grouped(letters(12), 4);
}

/**
 * A typed code as it was drawn: upper case, no spaces or dashes, full-width forms made ASCII, and the letters
 * Crockford leaves out read as the digits they resemble (O as 0, I and L as 1).
 */
export function plainCode(typed: string): string {
  const bare = typed.normalize('NFKC').replace(/[\s\p{Pd}\u2212]/gu, '');
  return bare.toUpperCase().replaceAll('O', '0').replace(/[IL]/gu, '1');
}

function drawn(alphabet: string, n: number): string {
  return Array.from({ length: n }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}

function grouped(code: string, size: number): string {
  return (code.match(new RegExp(`.{1,${size}}`, 'gu')) ?? []).join('-');
}
