/**
 * Bytes as letters of a QR code's alphanumeric mode: base45 [RFC 9285] but for two of its letters. Space and "%" do not
 * survive in an address, and this stands in one; 43³ still holds two bytes, so that nothing gets longer.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$*+-./:';
const base = alphabet.length;

/** Two bytes make three letters, a last single byte two. */
export function toLetters(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const [first = 0, second] = [bytes[at], bytes[at + 1]];
    text += second === undefined ? lettersOf(first, 2) : lettersOf(first * 256 + second, 3);
  }
  return text;
}

/** The bytes, or null for anything that `toLetters` doesn't write. */
export function fromLetters(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const group = text.slice(at, at + 3);
    const value = valueOf(group);
    if (value === null || group.length === 1 || value >= (group.length === 3 ? 65_536 : 256)) return null;
    bytes.push(...(group.length === 3 ? [value >> 8, value & 255] : [value]));
  }
  return Uint8Array.from(bytes);
}

/** Smallest place first, as base45 does. */
function lettersOf(value: number, count: number): string {
  return Array.from({ length: count }, (_, place) => alphabet[Math.floor(value / base ** place) % base]).join('');
}

function valueOf(group: string): number | null {
  let value = 0;
  for (const [place, letter] of [...group].entries()) {
    const digit = alphabet.indexOf(letter);
    if (digit < 0) return null;
    value += digit * base ** place;
  }
  return value;
}
