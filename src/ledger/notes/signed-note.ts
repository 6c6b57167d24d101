/** A text with signatures under it, as c2sp.org/signed-note v1 writes it. Runs in browsers too. */
import { fromBase64, toBase64 } from './base64.ts';

export type Signature = { name: string; keyId: Uint8Array; signature: Uint8Array };
/** `text` ends with a line break; the blank line between text and signatures belongs to neither. */
export type Note = { text: string; signatures: Signature[] };

const mostSignatures = 64;

export function formatNote({ text, signatures }: Note): string {
  return `${text}\n${formatSignatures(signatures)}`;
}

/** The lines under a text, each with its line break. */
export function formatSignatures(signatures: readonly Signature[]): string {
  return signatures.map(({ name, keyId, signature }) => `\u2014 ${name} ${toBase64(Uint8Array.of(...keyId, ...signature))}\n`).join('');
}

/** Reads a note without believing it; null when it isn't one. Checking signatures is `verifyNote`. */
export function parseNote(note: string): Note | null {
  // oxlint-disable-next-line no-control-regex -- the format forbids control characters, so they have to be named
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note) || !note.isWellFormed()) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 0 || !note.endsWith('\n')) return null;
  const lines = note.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures: Signature[] = [];
  for (const line of lines) {
    const signature = signatureOf(line);
    if (!signature) return null;
    signatures.push(signature);
  }
  return { text: note.slice(0, end + 1), signatures };
}

/** A name that can stand in a note: not empty, no spaces, no plus sign. */
export function isKeyName(name: string): boolean {
  return name !== '' && name.isWellFormed() && !/[\s+\p{White_Space}\p{Cc}]/u.test(name);
}

function signatureOf(line: string): Signature | null {
  const [dash, name, encoded, ...more] = line.split(' ');
  const bytes = fromBase64(encoded ?? '');
  if (dash !== '\u2014' || !isKeyName(name ?? '') || !bytes || bytes.length < 5 || more.length > 0) return null;
  return { name: name ?? '', keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
}
