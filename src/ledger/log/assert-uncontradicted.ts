import { hashOfRange } from '../merkle/prove.ts';
import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Checkpoint } from '../notes/checkpoint.ts';
import { LedgerHalt } from './halt.ts';
import type { Log } from './log.ts';
import { withStoredTree } from './stored-tree.ts';

/** Throws LedgerHalt when a witness has shown a state of this log, signed with our own key, that this database doesn't continue. */
export async function assertUncontradicted(db: Kysely<DB>, log: Log): Promise<void> {
  const seen = await db
    .selectFrom('ledger_sightings')
    .select(['size', 'witness'])
    .where('log_id', '=', log.id)
    .orderBy('seen_at')
    .limit(1)
    .executeTakeFirst();
  if (!seen) return;
  throw new LedgerHalt(
    'witness',
    `The witness ${seen.witness} has seen another ledger of ours at ${seen.size} lines than the one in this database: restore the newest back-up. If it is lost for good: npm run ledger:epoch -- --reason "…"`,
  );
}

/** Whether the log in this database goes through this state. */
export async function goesThrough(db: Kysely<DB>, log: Log, seen: Checkpoint): Promise<boolean> {
  // Read after it was seen: whatever was signed had its place here before.
  const head = await db.selectFrom('ledger_heads').select(['size']).where('log_id', '=', log.id).executeTakeFirstOrThrow();
  if (seen.size > BigInt(head.size)) return false;
  const root = await withStoredTree(db, log.id, (tree) => hashOfRange(0n, seen.size, tree));
  return Buffer.from(root).equals(seen.root);
}
