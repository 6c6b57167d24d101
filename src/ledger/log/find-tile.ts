import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { bundleEntries } from '../tiles/entry-bundle.ts';
import { parseTilePath, tileWidth, widthIn } from '../tiles/tile-path.ts';
import { findNewestCheckpoint } from './log.ts';
import { findPublished } from './published-checkpoint.ts';

/** `epoch` undefined: the open log. */
export type WhichLog = { epoch?: number | undefined };

/** The signed note of a log that everybody gets, with the cosignatures of witnesses; null when there is none. */
export async function findCheckpoint(which: WhichLog = {}): Promise<string | null> {
  const log = await findLog(which);
  return (log && (await findPublished(database(), log.id))?.note) ?? null;
}

/**
 * A tile of hashes or a bundle of entries, by its tlog-tiles path. Null for what is not (yet) there: only what a
 * published checkpoint covers is served, since whoever fetches it may keep it for ever.
 */
export async function findTile(path: string, which: WhichLog = {}): Promise<Uint8Array | null> {
  const tile = parseTilePath(path);
  const log = tile && (await findLog(which));
  const newest = log && (await findNewestCheckpoint(database(), log.id));
  if (!tile || !newest || tile.width > widthIn(BigInt(newest.size), tile.level ?? 0, tile.index)) return null;
  return tile.level === null
    ? readEntries(log.id, Number(tile.index) * tileWidth, tile.width)
    : readHashes(log.id, tile.level, Number(tile.index), tile.width);
}

async function readHashes(logId: number, level: number, index: number, width: number): Promise<Uint8Array | null> {
  const row = await database()
    .selectFrom('ledger_tiles')
    .select(sql<Buffer>`substring(hashes for ${width * 32}::int)`.as('hashes'))
    .where('log_id', '=', logId)
    .where('level', '=', level)
    .where('index', '=', index)
    .executeTakeFirst();
  return row ? new Uint8Array(row.hashes) : null;
}

async function readEntries(logId: number, first: number, count: number): Promise<Uint8Array> {
  const rows = await database()
    .selectFrom('ledger_leaves')
    .select('entry')
    .where('log_id', '=', logId)
    .where('index', '>=', first)
    .where('index', '<', first + count)
    .orderBy('index')
    .execute();
  return bundleEntries(rows.map((row) => row.entry));
}

async function findLog({ epoch }: WhichLog): Promise<{ id: number } | null> {
  const logs = database().selectFrom('ledger_logs').select('id');
  const log = await (epoch === undefined ? logs.where('closed_at', 'is', null) : logs.where('id', '=', epoch)).executeTakeFirst();
  return log ?? null;
}
