import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { sha256 } from '../merkle/sha256.ts';
import { parseCheckpoint } from '../notes/checkpoint.ts';
import { parseVerifierKey } from '../notes/verifier-key.ts';
import { verifyNote } from '../notes/verify-note.ts';
import { Frontier, type Grown } from './frontier.ts';
import { verifyEd25519 } from './ledger-key.ts';

// Everything once more, from the bytes of the entries to every root ever signed. Shares no code with what wrote it.

const chunk = 4096;
type LogRow = { id: number; origin: string; vkey: string; size: number; root: Buffer };
export type Checked = { logs: number; leaves: number; checkpoints: number };

/**
 * Recomputes every log of this database: leaves without a gap, each stored tile, each checkpoint's root and signature,
 * and the head. Throws Error with one sentence that says where it breaks. `progress` hears leaves done and of how many.
 */
export async function checkLedger(progress: (done: number, of: number) => void = () => {}): Promise<Checked> {
  const logs = await database()
    .selectFrom('ledger_logs')
    .innerJoin('ledger_heads', 'ledger_heads.log_id', 'ledger_logs.id')
    .select(['id', 'origin', 'vkey', 'size', 'root'])
    .orderBy('id')
    .execute();
  const of = logs.reduce((sum, log) => sum + log.size, 0);
  const found = { logs: logs.length, leaves: 0, checkpoints: 0 };
  for (const log of logs) {
    found.checkpoints += await checkLog(log, (done) => progress(found.leaves + done, of));
    found.leaves += log.size;
  }
  return found;
}

async function checkLog(log: LogRow, progress: (done: number) => void): Promise<number> {
  const tree = new Frontier(sha256);
  const roots = await checkpointsOf(log);
  checkRoot(log, tree, roots);
  for (let from = 0; from < log.size; from += chunk) {
    const leaves = await readLeaves(log, from);
    const grown: Grown[] = [];
    for (const entry of leaves) {
      grown.push(...tree.add(entry));
      checkRoot(log, tree, roots);
    }
    await checkTiles(log, from, from + leaves.length, grown);
    progress(tree.size);
  }
  const more = await sql<{ count: number }>`select count(*)::int as count from ledger_leaves
    where log_id = ${log.id} and index >= ${log.size}`.execute(database());
  if ((more.rows[0]?.count ?? 0) > 0) breaks(log, `there are lines beyond its ${log.size}`);
  if (!log.root.equals(tree.root())) breaks(log, `the root of its head at ${log.size} lines`);
  const beyond = [...roots.keys()].find((size) => size > log.size);
  if (beyond !== undefined) breaks(log, `a checkpoint of ${beyond} lines, but it ends at ${log.size}`);
  return roots.size;
}

/** Every checkpoint by size, its signature checked; its root is compared when the tree has grown so far. */
async function checkpointsOf(log: LogRow): Promise<Map<number, Buffer>> {
  const key = await parseVerifierKey(log.vkey, sha256);
  if (!key) return breaks(log, 'its verifier key');
  const rows = await database()
    .selectFrom('ledger_checkpoints')
    .select(['size', 'root', 'note'])
    .where('log_id', '=', log.id)
    .orderBy('size')
    .execute();
  for (const { size, root, note } of rows) {
    const signed = parseCheckpoint((await verifyNote(note, key, verifyEd25519))?.text ?? '');
    const says = signed?.origin === log.origin && signed.size === BigInt(size) && root.equals(signed.root);
    if (!says) breaks(log, `the signed note of the checkpoint at ${size}`);
  }
  return new Map(rows.map(({ size, root }) => [size, root]));
}

function checkRoot(log: LogRow, tree: Frontier, roots: Map<number, Buffer>): void {
  const signed = roots.get(tree.size);
  if (signed && !signed.equals(tree.root())) breaks(log, `the root signed at ${tree.size} lines`);
}

async function readLeaves(log: LogRow, from: number): Promise<Buffer[]> {
  const to = Math.min(from + chunk, log.size);
  const rows = await database()
    .selectFrom('ledger_leaves')
    .select(['index', 'entry'])
    .where('log_id', '=', log.id)
    .where('index', '>=', from)
    .where('index', '<', to)
    .orderBy('index')
    .execute();
  for (let at = from; at < to; at++) if (rows[at - from]?.index !== at) breaks(log, `line ${at} is missing`);
  return rows.map((row) => row.entry);
}

/** The hashes that came to be with these leaves, against what the tiles say at their places. */
async function checkTiles(log: LogRow, from: number, to: number, grown: Grown[]): Promise<void> {
  const { rows } = await sql<{ level: number; index: number; hashes: Buffer }>`select level, index, hashes from ledger_tiles
    where log_id = ${log.id} and index between trunc(${from}::numeric / 256::numeric ^ (level + 1)) and trunc(${to - 1}::numeric / 256::numeric ^ (level + 1))`.execute(
    database(),
  );
  const tiles = new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  for (const { level, index, hash } of grown) {
    const tile = tiles.get(`${level}/${Math.floor(index / 256)}`);
    const at = (index % 256) * 32;
    if (!tile?.subarray(at, at + 32).equals(hash)) breaks(log, `the tile at level ${level}, hash ${index} (near line ${from})`);
  }
  if (to < log.size) return;
  for (const { level, index, hashes } of rows) {
    const width = Math.min(256, Math.floor(log.size / 256 ** level) - index * 256);
    if (hashes.length !== width * 32) breaks(log, `the width of tile ${level}/${index}`);
  }
}

function breaks(log: LogRow, where: string): never {
  throw new Error(`${log.origin} does not hold: ${where}`);
}
