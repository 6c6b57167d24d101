import { database } from '#foundation/server/database.ts';
import { isId } from '#foundation/ids.ts';
import { proveInclusion } from '../merkle/prove.ts';
import { findPublished } from './published-checkpoint.ts';
import { withStoredTree } from './stored-tree.ts';

/** `entry`: the leaf as it stands; `path`: from the leaf upwards; `checkpoint`: the signed note that covers it, confirmed by witnesses if they have. */
export type Proof = { origin: string; index: number; size: number; entry: Buffer; path: Buffer[]; checkpoint: string; signedAt: Date };

/** The proof that the line of this event stands in the ledger; null until a published checkpoint covers it. */
export async function findProof(eventId: string): Promise<Proof | null> {
  if (!isId(eventId)) return null;
  const db = database();
  const leaf = await db
    .selectFrom('ledger_leaves')
    .innerJoin('ledger_logs', 'ledger_logs.id', 'ledger_leaves.log_id')
    .select(['log_id', 'index', 'entry', 'origin'])
    .where('ledger_leaves.id', '=', eventId)
    .orderBy('log_id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const checkpoint = leaf && (await findPublished(db, leaf.log_id, leaf.index));
  if (!leaf || !checkpoint || checkpoint.size <= leaf.index) return null;
  const { index, entry, origin } = leaf;
  const { size, note, signed_at } = checkpoint;
  const path = await withStoredTree(db, leaf.log_id, (tree) => proveInclusion(BigInt(index), BigInt(size), tree));
  return { origin, index, size, entry, path: path.map((hash) => Buffer.from(hash)), checkpoint: note, signedAt: signed_at };
}
