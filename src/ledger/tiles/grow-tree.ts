/** The right edge of the tree: all that is needed to add leaves and to know the new root. */
import { nodeBytes, type Sha256 } from '../merkle/hashing.ts';
import { perfectRoot } from './tile-nodes.ts';
import { tileWidth } from './tile-path.ts';

/** `tiles`: of each level the hashes of its last, not yet full tile; level 0 first. */
export type Edge = { size: number; tiles: readonly Uint8Array[] };
export type TileRow = { level: number; index: number; hashes: Uint8Array };

/** Adds leaf hashes at the end. `changed`: every tile that is new or has grown. */
export function growTree(edge: Edge, leafHashes: readonly Uint8Array[], sha256: Sha256): { edge: Edge; changed: TileRow[] } {
  const tiles: Uint8Array[] = [];
  const changed: TileRow[] = [];
  let arriving = leafHashes;
  for (let level = 0; arriving.length > 0; level++) {
    const before = edge.tiles[level] ?? new Uint8Array();
    // Level by level: how many full tiles there were before, from the size alone.
    const first = Math.floor(edge.size / tileWidth ** (level + 1));
    const all = joined([before, ...arriving]);
    const above: Uint8Array[] = [];
    const full = Math.floor(all.length / (32 * tileWidth));
    for (let at = 0; at < full; at++) {
      const hashes = all.slice(at * 32 * tileWidth, (at + 1) * 32 * tileWidth);
      changed.push({ level, index: first + at, hashes });
      above.push(perfectRoot(hashes, 0, tileWidth, sha256));
    }
    const rest = all.slice(full * 32 * tileWidth);
    if (rest.length > 0) changed.push({ level, index: first + full, hashes: rest });
    tiles.push(rest);
    arriving = above;
  }
  for (let level = tiles.length; level < edge.tiles.length; level++) tiles.push(edge.tiles[level] ?? new Uint8Array());
  return { edge: { size: edge.size + leafHashes.length, tiles }, changed };
}

/** The root of the whole tree, folded from its right edge. */
export function rootOfEdge({ tiles }: Edge, sha256: Sha256): Uint8Array {
  let root: Uint8Array | null = null;
  // From the smallest perfect subtree on the right to the largest on the left.
  for (const hashes of tiles) {
    const width = hashes.length / 32;
    for (let count = 1, end = width; count <= width; count *= 2) {
      if ((width & count) === 0) continue;
      end -= count;
      const subtree = perfectRoot(hashes, end, count, sha256);
      root = root ? sha256(nodeBytes(subtree, root)) : subtree;
    }
  }
  return root ?? sha256(new Uint8Array());
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
