/** How the tree of the ledger is hashed [RFC 6962 §2.1, RFC 9162 §2.1.1]. Runs in browsers too. */

/** SHA-256 at once (`node:crypto`); the verifier alone also takes one that answers later (WebCrypto). */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** A leaf: 0x00 ‖ entry. */
export function leafBytes(entry: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length);
  bytes.set(entry, 1);
  return bytes;
}

/** An inner node: 0x01 ‖ left ‖ right. Another first byte than a leaf's, so that no leaf can pass for a node. */
export function nodeBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return bytes;
}
