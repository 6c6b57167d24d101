/** The rule for a new password: long and not guessable. Kinds of characters are demanded only where an authority does. */
import { COMMON_PASSWORDS, COMMON_RUNS } from './common-passwords.ts';
import { LONGEST_PASSWORD } from './password.ts';

const SHORTEST_PASSWORD = 12;
const SHORTEST_DENGBAO = 10;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u, /\p{Lo}/u];
const COMMON = new Set(COMMON_PASSWORDS);

// A common word stays common with a character or two added to it.
const LOOSE_CHARACTERS = 2;

/**
 * `nist`: length and blocklist (NIST SP 800-63B-4). `dengbao`: at least ten characters of three kinds, for installations that
 * are assessed under GB/T 22239-2019, which wants complexity and regular change. See docs/decisions/0015.
 */
export type PasswordPolicy = 'nist' | 'dengbao';

/** Days after which a password has to be changed under `dengbao`. */
export const dengbaoDays = 180;

export type PasswordRefusal =
  | 'password.shorter-than-ten'
  | 'password.too-plain'
  | 'password.too-short'
  | 'password.too-long'
  | 'password.too-common';

/**
 * Why this password may not be chosen, or null. Lengths in characters (code points). `words` are local
 * words an outsider would try first: name of the community, the street, the user's own name.
 * Source: NIST SP 800-63B-4, 3.1.1.2 (length, blocklist, no composition rules). The whole password is
 * judged: a common word inside a longer, otherwise free text is welcome.
 */
export function whyNotPassword(password: string, words: readonly string[], policy: PasswordPolicy = 'nist'): PasswordRefusal | null {
  const length = [...password].length;
  if (policy === 'dengbao' && length < SHORTEST_DENGBAO) return 'password.shorter-than-ten';
  if (policy === 'nist' && length < SHORTEST_PASSWORD) return 'password.too-short';
  if (length > LONGEST_PASSWORD) return 'password.too-long';
  if (isTooCommon(password, words)) return 'password.too-common';
  return policy === 'dengbao' && KINDS.filter((kind) => kind.test(password)).length < 3 ? 'password.too-plain' : null;
}

function isTooCommon(password: string, words: readonly string[]): boolean {
  const local = words.map((word) => withoutMarks(folded(word))).filter((word) => word.length > 1);
  const whole = folded(password);
  const bare = withoutMarks(whole);
  if (looseCharacters(whole, local) <= LOOSE_CHARACTERS) return true;
  // Marks between common words add nothing; a password made mostly of marks is another matter.
  return bare.length * 2 >= whole.length && looseCharacters(bare, local) <= LOOSE_CHARACTERS;
}

function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function withoutMarks(text: string): string {
  return text
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replace(/[\s!-/:-@[-`{-~·]/gu, '');
}

/** The fewest characters left over when the text is laid out with common words, runs, years and repetitions. */
function looseCharacters(text: string, local: readonly string[]): number {
  if (/^(.{1,4})\1+$/su.test(text)) return 0;
  const fewest = [0];
  for (let end = 1; end <= text.length; end += 1) {
    let best = (fewest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - 40); start <= end - 2; start += 1) {
      if (isCommonPiece(text.slice(start, end), local)) best = Math.min(best, fewest[start] ?? best);
    }
    fewest.push(best);
  }
  return fewest[text.length] ?? 0;
}

function isCommonPiece(piece: string, local: readonly string[]): boolean {
  if (local.includes(piece) || COMMON.has(piece)) return true;
  if (piece.length >= 3 && /^(.)\1+$/su.test(piece)) return true;
  if (piece.length >= 4 && COMMON_RUNS.some((run) => run.includes(piece))) return true;
  return /^(19|20)\d\d((0[1-9]|1[0-2])([0-2]\d|3[01]))?$/u.test(piece);
}
