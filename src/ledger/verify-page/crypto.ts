/** The arithmetic of the page: SHA-256 here, Ed25519 by the browser where it can, otherwise here (Chrome before 137). */
import { ed25519 } from '@noble/curves/ed25519.js';
import { sha256 as noble } from '@noble/hashes/sha2.js';

export function sha256(bytes: Uint8Array): Uint8Array {
  return noble(bytes);
}

/** By the browser; by the library when the browser does not know the method (or has no crypto here, on a plain http page). */
export async function verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const native = await byBrowser(key, message, signature).catch(() => null);
  return native ?? byLibrary(key, message, signature);
}

async function byBrowser(key: Uint8Array, message: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const imported = await crypto.subtle.importKey('raw', Uint8Array.from(key), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', imported, Uint8Array.from(signature), Uint8Array.from(message));
}

/** `zip215: false`: the strict rules of RFC 8032, as Node and browsers apply them. */
function byLibrary(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}
