import { describe, expect, it } from 'vitest';
import { consistencyProofs, emptyRoot, entries, inclusionProofs, roots, someHash } from '#tests/ledger/rfc6962-vectors.ts';
import { sha256 } from './sha256.ts';
import { hashLeaf, verifyConsistency, verifyInclusion } from './verify.ts';

// Known answers of others, and what they do to them: every altered proof must be refused (transparency-dev/merkle, proof/verify_test.go).

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));
const text = (said: string) => new Uint8Array(Buffer.from(said));
const rootOf = (size: bigint) => hex(roots[Number(size) - 1] ?? '');
const uint64 = (number: bigint) => BigInt.asUintN(64, number);
const webCrypto = async (bytes: Uint8Array) => new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

describe.each([
  ['node:crypto', sha256],
  ['WebCrypto', webCrypto],
])('with %s', (_, hash) => {
  describe.each(inclusionProofs)('leaf $index of $size', ({ index, size, path }) => {
    const root = rootOf(size);
    const proof = path.map(hex);
    const leaf = () => hashLeaf(hex(entries[Number(index)] ?? ''), hash);

    it('verifies', async () => {
      expect(await verifyInclusion({ index, size, leafHash: await leaf(), path: proof, root }, hash)).toBe(true);
    });

    it('is refused in every altered form', async () => {
      const good = { index, size, leafHash: await leaf(), path: proof, root };
      const altered = [
        { ...good, index: uint64(index - 1n) },
        { ...good, index: index - 1n },
        { ...good, index: index + 1n },
        { ...good, index: index ^ 2n },
        { ...good, size: size * 2n },
        { ...good, size: size / 2n },
        { ...good, leafHash: text('WrongLeaf') },
        { ...good, root: hex(emptyRoot) },
        { ...good, root: hex(someHash) },
        { ...good, path: [...proof, new Uint8Array()] },
        { ...good, path: [...proof, root] },
        { ...good, path: [new Uint8Array(), ...proof] },
        { ...good, path: [root, ...proof] },
        ...flipped(proof, 8).map((wrong) => ({ ...good, path: wrong })),
        ...(proof.length > 0 ? [{ ...good, path: proof.slice(0, -1) }] : []),
        ...(proof.length > 1 ? [{ ...good, path: [...proof.slice(0, 1), hex(someHash), ...proof.slice(1)] }] : []),
      ];
      for (const wrong of altered) expect(await verifyInclusion(wrong, hash)).toBe(false);
    });
  });

  describe.each(consistencyProofs)('$first to $second', ({ first, second, path }) => {
    const proof = path.map(hex);
    const good = { first, second, firstRoot: rootOf(first), secondRoot: rootOf(second), path: proof };

    it('verifies', async () => {
      expect(await verifyConsistency(good, hash)).toBe(true);
    });

    it('is refused in every altered form', async () => {
      const { firstRoot, secondRoot } = good;
      // One size has nothing to prove: only an empty path belongs to it.
      if (first === second) return expect(await verifyConsistency({ ...good, path: [firstRoot] }, hash)).toBe(false);
      const altered = [
        { ...good, first: first - 1n === 0n ? uint64(-1n) : first - 1n },
        { ...good, first: first + 1n },
        { ...good, first: first ^ 2n },
        { ...good, second: second * 2n },
        { ...good, second: second / 2n },
        { ...good, firstRoot: text('WrongRoot') },
        { ...good, secondRoot: text('WrongRoot') },
        { ...good, firstRoot: secondRoot, secondRoot: firstRoot },
        { ...good, path: [] },
        { ...good, path: [...proof, new Uint8Array()] },
        { ...good, path: [...proof, firstRoot] },
        { ...good, path: [...proof, secondRoot] },
        { ...good, path: [new Uint8Array(), ...proof] },
        { ...good, path: [firstRoot, ...proof] },
        { ...good, path: [secondRoot, ...proof] },
        { ...good, path: [...proof.slice(0, 1), ...proof] },
        { ...good, path: proof.slice(0, -1) },
        ...flipped(proof, 16).map((wrong) => ({ ...good, path: wrong })),
      ];
      for (const wrong of altered) expect(await verifyConsistency(wrong, hash)).toBe(false);
    });
  });
});

it('a tree of one leaf is its leaf', async () => {
  const leaf = await hashLeaf(text('data'), sha256);
  const nothing = new Uint8Array();
  const tree = { index: 0n, size: 1n, path: [] };
  expect(await verifyInclusion({ ...tree, leafHash: leaf, root: leaf }, sha256)).toBe(true);
  expect(await verifyInclusion({ ...tree, leafHash: nothing, root: leaf }, sha256)).toBe(false);
  expect(await verifyInclusion({ ...tree, leafHash: leaf, root: nothing }, sha256)).toBe(false);
  expect(await verifyInclusion({ ...tree, leafHash: nothing, root: nothing }, sha256)).toBe(false);
});

it.each([
  [0n, 0n],
  [0n, 1n],
  [1n, 0n],
  [2n, 1n],
])('nothing is proved by an empty path for leaf %s of %s', async (index, size) => {
  const nothing = new Uint8Array();
  for (const [leafHash, root] of [
    [hex(someHash), nothing],
    [nothing, hex(emptyRoot)],
    [hex(someHash), hex(emptyRoot)],
  ] as const) {
    expect(await verifyInclusion({ index, size, leafHash, path: [], root }, sha256)).toBe(false);
  }
});

it.each([
  [0n, 0n, 'one', 'two', [], false],
  [1n, 1n, 'one', 'two', [], false],
  [0n, 0n, 'one', 'one', [], true],
  [0n, 1n, 'one', 'two', [], true],
  [1n, 1n, 'two', 'two', [], true],
  [1n, 0n, 'one', 'two', [], false],
  [2n, 1n, 'one', 'two', [], false],
  [1n, 2n, 'one', 'two', [], false],
  [0n, 0n, 'one', 'one', [emptyRoot], false],
  [0n, 1n, 'one', 'one', [emptyRoot], false],
  [1n, 1n, 'one', 'one', [emptyRoot], false],
] as const)('sizes at the edge: %s to %s, %s, %s, %j', async (first, second, one, two, path, holds) => {
  const proof = { first, second, firstRoot: text(one), secondRoot: text(two), path: path.map(hex) };
  expect(await verifyConsistency(proof, sha256)).toBe(holds);
});

function flipped(proof: readonly Uint8Array[], bit: number): Uint8Array[][] {
  return proof.map((_, at) => proof.map((hash, other) => (other === at ? Uint8Array.of((hash[0] ?? 0) ^ bit, ...hash.slice(1)) : hash)));
}
