/** The tree as it stands in tiles: any node whose leaves are all there, computed from the tile that spans it. */
import { nodeBytes, type Sha256 } from '../merkle/hashing.ts';
import type { Node } from '../merkle/prove.ts';

/** The concatenated hashes of a tile, as many as there are yet. */
export type ReadTile = (level: number, index: bigint) => Uint8Array;

export function nodesOf(read: ReadTile, sha256: Sha256): Node {
  return (level, index) => {
    const height = level % 8;
    const within = BigInt(8 - height);
    const hashes = read(Math.floor(level / 8), index >> within);
    const first = Number(index & ((1n << within) - 1n)) << height;
    return perfectRoot(hashes, first, 1 << height, sha256);
  };
}

/** The root over `count` (a power of two) neighbouring hashes. Throws RangeError when the tile doesn't reach so far. */
export function perfectRoot(hashes: Uint8Array, first: number, count: number, sha256: Sha256): Uint8Array {
  if (count === 1) {
    if (hashes.length < (first + 1) * 32) throw new RangeError('the tile does not reach so far');
    return hashes.slice(first * 32, (first + 1) * 32);
  }
  const half = count / 2;
  return sha256(nodeBytes(perfectRoot(hashes, first, half, sha256), perfectRoot(hashes, first + half, half, sha256)));
}
