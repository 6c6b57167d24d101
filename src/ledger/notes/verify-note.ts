/** Believing a note: only when a key one already trusts has signed it. Runs in browsers too. */
import { parseNote, type Note } from './signed-note.ts';
import type { VerifierKey } from './verifier-key.ts';

/** Ed25519 [RFC 8032] of whoever runs this. */
export type AnyEd25519 = (key: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

/**
 * The note if the trusted key has signed it, otherwise null. Signatures by unknown keys are passed over; one under the
 * trusted key's name and id that doesn't verify condemns the whole note.
 */
export async function verifyNote(note: string, trusted: VerifierKey, verify: AnyEd25519): Promise<Note | null> {
  const parsed = parseNote(note);
  if (!parsed) return null;
  const own = parsed.signatures.filter(({ name, keyId }) => name === trusted.name && keyId.every((byte, at) => byte === trusted.keyId[at]));
  const message = new TextEncoder().encode(parsed.text);
  for (const { signature } of own) if (!(await verify(trusted.key, message, signature))) return null;
  return own.length > 0 ? parsed : null;
}
