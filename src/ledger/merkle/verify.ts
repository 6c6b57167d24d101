/**
 * Checks proofs of the ledger, step by step as RFC 9162 §2.1.3.2 and §2.1.4.2 write it. Independent of `prove.ts`, and
 * without anything of Node: the page on which residents check a receipt carries this very file.
 */

/** SHA-256 of whoever runs this: `node:crypto`, WebCrypto or a library. */
export type AnySha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The root that this path leads to from the leaf, or null when it leads nowhere. */
export async function rootOfInclusion(
  proof: { index: bigint; size: bigint; leafHash: Uint8Array; path: readonly Uint8Array[] },
  sha256: AnySha256,
): Promise<Uint8Array | null> {
  if (proof.index < 0n || proof.index >= proof.size || ![proof.leafHash, ...proof.path].every(isHash)) return null;
  let fn = proof.index;
  let sn = proof.size - 1n;
  let r = proof.leafHash;
  for (const p of proof.path) {
    if (sn === 0n) return null;
    if (isOdd(fn) || fn === sn) {
      r = await sha256(join(p, r));
      while (!isOdd(fn) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else r = await sha256(join(r, p));
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n ? r : null;
}

/** Whether the tree of `size` with this `root` holds the leaf at `index`. */
export async function verifyInclusion(
  proof: { index: bigint; size: bigint; leafHash: Uint8Array; path: readonly Uint8Array[]; root: Uint8Array },
  sha256: AnySha256,
): Promise<boolean> {
  const root = await rootOfInclusion(proof, sha256);
  return root !== null && equal(root, proof.root);
}

/** Whether the tree of `second` leaves begins with the tree of `first`: nothing was changed, taken out or put between. */
export async function verifyConsistency(
  proof: { first: bigint; second: bigint; firstRoot: Uint8Array; secondRoot: Uint8Array; path: readonly Uint8Array[] },
  sha256: AnySha256,
): Promise<boolean> {
  const { first, second, firstRoot, secondRoot, path } = proof;
  if (first < 0n || first > second) return false;
  if (first === second) return path.length === 0 && equal(firstRoot, secondRoot);
  if (first === 0n) return path.length === 0;
  if (path.length === 0 || ![firstRoot, secondRoot, ...path].every(isHash)) return false;
  const isPowerOfTwo = (first & (first - 1n)) === 0n;
  const [begin, ...rest] = isPowerOfTwo ? [firstRoot, ...path] : path;
  let fn = first - 1n;
  let sn = second - 1n;
  while (isOdd(fn)) [fn, sn] = [fn >> 1n, sn >> 1n];
  let fr = begin ?? firstRoot;
  let sr = fr;
  for (const c of rest) {
    if (sn === 0n) return false;
    if (isOdd(fn) || fn === sn) {
      fr = await sha256(join(c, fr));
      sr = await sha256(join(c, sr));
      while (!isOdd(fn) && fn !== 0n) [fn, sn] = [fn >> 1n, sn >> 1n];
    } else sr = await sha256(join(sr, c));
    [fn, sn] = [fn >> 1n, sn >> 1n];
  }
  return sn === 0n && equal(fr, firstRoot) && equal(sr, secondRoot);
}

/** HASH(0x00 ‖ entry), the hash of a leaf. */
export async function hashLeaf(entry: Uint8Array, sha256: AnySha256): Promise<Uint8Array> {
  return sha256(Uint8Array.of(0, ...entry));
}

function join(left: Uint8Array, right: Uint8Array): Uint8Array {
  return Uint8Array.of(1, ...left, ...right);
}

function isOdd(number: bigint): boolean {
  return (number & 1n) === 1n;
}

function isHash(bytes: Uint8Array): boolean {
  return bytes.length === 32;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}
