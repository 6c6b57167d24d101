import { database } from '#foundation/server/database.ts';
import { proveConsistency } from '../merkle/prove.ts';
import { findNewestCheckpoint } from './log.ts';
import { withStoredTree } from './stored-tree.ts';

/**
 * The newest checkpoint with the proof that it continues the tree of `from` leaves, for a witness or a returning
 * visitor. Null when the log has not been signed so far, or there is no such log.
 */
export async function findConsistency(
  origin: string,
  from: number,
): Promise<{ from: number; size: number; path: Buffer[]; checkpoint: string } | null> {
  const db = database();
  const log = await db.selectFrom('ledger_logs').select('id').where('origin', '=', origin).executeTakeFirst();
  const newest = log && (await findNewestCheckpoint(db, log.id));
  if (!log || !newest || from > newest.size || from < 0) return null;
  const path = await withStoredTree(db, log.id, (tree) => proveConsistency(BigInt(from), BigInt(newest.size), tree));
  return { from, size: newest.size, path: path.map((hash) => Buffer.from(hash)), checkpoint: newest.note };
}
