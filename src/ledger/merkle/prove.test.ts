import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nodesByDefinition, rootByDefinition } from '#tests/ledger/reference-tree.ts';
import { consistencyProofs, entries as known, inclusionProofs, roots } from '#tests/ledger/rfc6962-vectors.ts';
import { leafBytes } from './hashing.ts';
import { hashOfRange, proveConsistency, proveInclusion, type Tree } from './prove.ts';
import { sha256 } from './sha256.ts';
import { verifyConsistency, verifyInclusion } from './verify.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const knownEntries = known.map((entry) => Buffer.from(entry, 'hex'));
const treeOf = (entries: Uint8Array[]): Tree => ({ node: nodesByDefinition(entries, sha256), sha256 });
const leaves = fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 40 });

it('gives the known roots and paths', () => {
  roots.forEach((root, at) => expect(hex(hashOfRange(0n, BigInt(at + 1), treeOf(knownEntries)))).toBe(root));
  for (const { index, size, path } of inclusionProofs) expect(proveInclusion(index, size, treeOf(knownEntries)).map(hex)).toEqual(path);
  for (const { first, second, path } of consistencyProofs)
    expect(proveConsistency(first, second, treeOf(knownEntries)).map(hex)).toEqual(path);
});

it('L1: every inclusion proof verifies, and none with one bit flipped', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, fc.nat(), fc.nat(), async (entries, at, bit) => {
      const size = BigInt(entries.length);
      const index = BigInt(at % entries.length);
      const path = proveInclusion(index, size, treeOf(entries));
      const leafHash = sha256(leafBytes(entries[Number(index)] ?? new Uint8Array()));
      const root = rootByDefinition(entries, sha256);
      expect(await verifyInclusion({ index, size, leafHash, path, root }, sha256)).toBe(true);
      const [wrongLeaf, wrongRoot, ...wrongPath] = flipOne([leafHash, root, ...path], bit);
      if (!wrongLeaf || !wrongRoot) throw new Error('a proof has a leaf and a root');
      expect(await verifyInclusion({ index, size, leafHash: wrongLeaf, path: wrongPath, root: wrongRoot }, sha256)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('L2: every consistency proof verifies, and none with one bit flipped', async () => {
  await fc.assert(
    fc.asyncProperty(leaves, fc.nat(), fc.nat(), async (entries, at, bit) => {
      const first = BigInt(1 + (at % entries.length));
      const second = BigInt(entries.length);
      const path = proveConsistency(first, second, treeOf(entries));
      const firstRoot = rootByDefinition(entries.slice(0, Number(first)), sha256);
      const secondRoot = rootByDefinition(entries, sha256);
      expect(await verifyConsistency({ first, second, firstRoot, secondRoot, path }, sha256)).toBe(true);
      const [wrongFirst, wrongSecond, ...wrongPath] = flipOne([firstRoot, secondRoot, ...path], bit);
      if (!wrongFirst || !wrongSecond) throw new Error('a proof has two roots');
      const wrong = { first, second, firstRoot: wrongFirst, secondRoot: wrongSecond, path: wrongPath };
      expect(await verifyConsistency(wrong, sha256)).toBe(false);
    }),
    { numRuns: 60 },
  );
});

it('refuses leaves and sizes that are not there', () => {
  expect(() => proveInclusion(8n, 8n, treeOf(knownEntries))).toThrow(RangeError);
  expect(() => proveInclusion(-1n, 8n, treeOf(knownEntries))).toThrow(RangeError);
  expect(() => proveConsistency(9n, 8n, treeOf(knownEntries))).toThrow(RangeError);
  expect(proveConsistency(0n, 8n, treeOf(knownEntries))).toEqual([]);
});

/** Flips one of all the bits there are. */
function flipOne(hashes: Uint8Array[], bit: number): Uint8Array[] {
  const at = bit % (hashes.length * 256);
  return hashes.map((hash, which) =>
    which === Math.floor(at / 256)
      ? hash.map((byte, place) => (place === Math.floor((at % 256) / 8) ? byte ^ (1 << (at % 8)) : byte))
      : hash,
  );
}
