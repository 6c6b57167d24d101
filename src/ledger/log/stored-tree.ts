import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Tree } from '../merkle/prove.ts';
import { sha256 } from '../merkle/sha256.ts';
import { nodesOf } from '../tiles/tile-nodes.ts';
import { tileWidth } from '../tiles/tile-path.ts';
import type { Edge } from '../tiles/grow-tree.ts';

// The tree as it stands in the database.

type Place = { level: number; index: bigint };

/**
 * Computes something from the stored tree with one question to the database: a first run only notes which tiles it
 * needs, the second has them.
 */
export async function withStoredTree<T>(db: Kysely<DB>, logId: number, compute: (tree: Tree) => T): Promise<T> {
  const needed = new Map<string, Place>();
  const blank = new Uint8Array(32 * tileWidth);
  const note = (level: number, index: bigint) => {
    needed.set(`${level}/${index}`, { level, index });
    return blank;
  };
  compute({ node: nodesOf(note, () => blank.subarray(0, 32)), sha256: () => blank.subarray(0, 32) });
  const tiles = await readTiles(db, logId, [...needed.values()]);
  const node = nodesOf((level, index) => tiles.get(`${level}/${index}`) ?? new Uint8Array(), sha256);
  return compute({ node, sha256 });
}

/** The right edge of a log, by its size. */
export async function readEdge(db: Kysely<DB>, logId: number, size: number): Promise<Edge> {
  const places: Place[] = [];
  for (let level = 0; tileWidth ** level <= size; level++)
    places.push({ level, index: BigInt(Math.floor(size / tileWidth ** (level + 1))) });
  const tiles = await readTiles(db, logId, places);
  return {
    size,
    tiles: places.map(({ level, index }) => {
      const width = Math.floor(size / tileWidth ** level) % tileWidth;
      const hashes = tiles.get(`${level}/${index}`) ?? new Uint8Array();
      if (hashes.length < width * 32) throw new RangeError(`tile ${level}/${index} does not reach so far`);
      return hashes.slice(0, width * 32);
    }),
  };
}

async function readTiles(db: Kysely<DB>, logId: number, places: Place[]): Promise<Map<string, Uint8Array>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<{ level: number; index: number; hashes: Buffer }>`select level, index, hashes from ledger_tiles
    join unnest(${places.map(({ level }) => level)}::smallint[], ${places.map(({ index }) => String(index))}::bigint[])
      as wanted (level, index) using (level, index)
    where log_id = ${logId}`.execute(db);
  return new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, new Uint8Array(hashes)]));
}
