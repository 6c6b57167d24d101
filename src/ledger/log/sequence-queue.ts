import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { sha256 } from '../merkle/sha256.ts';
import { growTree, rootOfEdge, type Edge, type TileRow } from '../tiles/grow-tree.ts';
import { LedgerHalt } from './halt.ts';
import { readLastSigned } from './last-signed.ts';
import { lockHead, type Head, type Log } from './log.ts';
import { readEdge } from './stored-tree.ts';
import { assertFollows } from './why-not-go-on.ts';

/** So many lines at most get their place in one transaction. */
export const largestBatch = 4096;

/**
 * Gives the waiting lines their places: leaves, tiles and head in one transaction, in the order of the queue as it is
 * seen now. Returns how many were taken. Throws LedgerHalt when this log may not be continued.
 */
export async function sequenceQueue(db: Kysely<DB>, keysFolder: string, most = largestBatch): Promise<number> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockHead(trx);
    if (!locked) return 0;
    const { log, head } = locked;
    await assertFollows(trx, log, head, await readLastSigned(keysFolder));
    const edge = await checkedEdge(trx, log, head);
    const { taken, hashes } = await takeQueue(trx, log, head, most);
    if (hashes.length > 0) await keepGrowth(trx, log, edge, hashes);
    return taken;
  });
}

/** Adds leaf hashes to the tree of a locked log; the leaves themselves are in `ledger_leaves` already. */
export async function keepGrowth(trx: Kysely<DB>, log: Log, edge: Edge, hashes: Uint8Array[]): Promise<Head> {
  const grown = growTree(edge, hashes, sha256);
  await keepTiles(trx, log, grown.changed);
  const head = { size: grown.edge.size, root: Buffer.from(rootOfEdge(grown.edge, sha256)) };
  await trx
    .updateTable('ledger_heads')
    .set({ ...head, changed_at: sql`clock_timestamp()` })
    .where('log_id', '=', log.id)
    .execute();
  return head;
}

/** Nothing is built on tiles that no longer make the root. */
async function checkedEdge(trx: Kysely<DB>, log: Log, head: Head): Promise<Edge> {
  const edge = await readEdge(trx, log.id, head.size).catch((error: unknown) => {
    if (error instanceof RangeError) return null;
    throw error;
  });
  if (edge && head.root.equals(rootOfEdge(edge, sha256))) return edge;
  throw new LedgerHalt(
    'tiles_damaged',
    'The stored tiles of the ledger no longer make its root: run npm run ledger:fsck, and restore the newest back-up.',
  );
}

/** Moves lines from the queue to their places without sending them through this process; answers with their hashes. */
async function takeQueue(trx: Kysely<DB>, log: Log, head: Head, most: number): Promise<{ taken: number; hashes: Buffer[] }> {
  const { rows } = await sql<{ hash: Buffer | null }>`with
    taken as (delete from ledger_queue where place in (select place from ledger_queue order by place limit ${most}) returning place, id, entry),
    fresh as (
      select taken.*, row_number() over (order by place) as at from taken
      where not exists (select from ledger_leaves where ledger_leaves.id = taken.id)
    ),
    kept as (insert into ledger_leaves (log_id, index, id, entry) select ${log.id}, ${head.size} + at - 1, id, entry from fresh)
    select sha256('\\x00'::bytea || fresh.entry) as hash from taken left join fresh using (place) order by fresh.at`.execute(trx);
  return { taken: rows.length, hashes: rows.flatMap((row) => row.hash ?? []) };
}

async function keepTiles(trx: Kysely<DB>, log: Log, tiles: TileRow[]): Promise<void> {
  await sql`insert into ledger_tiles (log_id, level, index, hashes)
    select ${log.id}, level, index, hashes from unnest(
      ${tiles.map(({ level }) => level)}::smallint[], ${tiles.map(({ index }) => index)}::bigint[],
      ${tiles.map(({ hashes }) => Buffer.from(hashes))}::bytea[]) as grown (level, index, hashes)
    on conflict (log_id, level, index) do update set hashes = excluded.hashes`.execute(trx);
}
