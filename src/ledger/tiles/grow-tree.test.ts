import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rootByDefinition } from '#tests/ledger/reference-tree.ts';
import { leafBytes } from '../merkle/hashing.ts';
import { hashOfRange, proveInclusion } from '../merkle/prove.ts';
import { sha256 } from '../merkle/sha256.ts';
import { verifyInclusion } from '../merkle/verify.ts';
import { growTree, rootOfEdge, type Edge } from './grow-tree.ts';
import { nodesOf } from './tile-nodes.ts';
import { widthIn } from './tile-path.ts';

const entry = (at: number) => Buffer.from(`entry ${at}`);

/** A log as the database keeps it: tiles by level and index, only ever growing. */
function grow(batches: number[]) {
  let edge: Edge = { size: 0, tiles: [] };
  const tiles = new Map<string, Uint8Array>();
  for (const count of batches) {
    const hashes = Array.from({ length: count }, (_, at) => sha256(leafBytes(entry(edge.size + at))));
    const grown = growTree(edge, hashes, sha256);
    for (const { level, index, hashes: bytes } of grown.changed) {
      const key = `${level}/${index}`;
      const before = tiles.get(key) ?? new Uint8Array();
      expect(Buffer.from(bytes.slice(0, before.length)).equals(before)).toBe(true);
      tiles.set(key, bytes);
    }
    edge = grown.edge;
  }
  const read = (level: number, index: bigint) => tiles.get(`${level}/${index}`) ?? new Uint8Array();
  return { edge, tiles, node: nodesOf(read, sha256) };
}

it('L3: whatever the batches, the root is the one of the definition', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(20), fc.nat(700)), { maxLength: 6 }), (batches) => {
      const { edge, tiles, node } = grow(batches);
      const size = batches.reduce((sum, count) => sum + count, 0);
      const root = rootByDefinition(
        Array.from({ length: size }, (_, at) => entry(at)),
        sha256,
      );
      expect(edge.size).toBe(size);
      expect(Buffer.from(rootOfEdge(edge, sha256)).equals(root)).toBe(true);
      expect(Buffer.from(hashOfRange(0n, BigInt(size), { node, sha256 })).equals(root)).toBe(true);
      // Tiles that exist are exactly those of tlog-tiles for this size, and as wide.
      for (const [key, hashes] of tiles) {
        const [level, index] = key.split('/').map(Number);
        expect(hashes.length / 32).toBe(widthIn(BigInt(size), level ?? 0, BigInt(index ?? 0)));
      }
    }),
    { numRuns: 40 },
  );
});

it('grows over the third level (65,536 leaves) and still proves', async () => {
  const { edge, node, tiles } = grow([256, 1, 65_279, 300]);
  const size = BigInt(edge.size);
  expect(edge.tiles.map((tile) => tile.length / 32)).toEqual([44, 1, 1]);
  expect(tiles.get('2/0')?.length).toBe(32);
  const root = rootOfEdge(edge, sha256);
  for (const index of [0n, 255n, 256n, 65_535n, 65_536n, size - 1n]) {
    const path = proveInclusion(index, size, { node, sha256 });
    const leafHash = sha256(leafBytes(entry(Number(index))));
    expect(await verifyInclusion({ index, size, leafHash, path, root }, sha256)).toBe(true);
  }
});

it('is empty at first', () => {
  expect(Buffer.from(rootOfEdge({ size: 0, tiles: [] }, sha256)).toString('hex')).toMatch(/^e3b0c442/);
});
