import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** The log that is being written: its name to the world and its public key stay as they were at its birth. */
export type Log = { id: number; origin: string; vkey: string };
/** How far it is. */
export type Head = { size: number; root: Buffer };

export async function findOpenLog(db: Kysely<DB>): Promise<Log | null> {
  const log = await db.selectFrom('ledger_logs').select(['id', 'origin', 'vkey']).where('closed_at', 'is', null).executeTakeFirst();
  return log ?? null;
}

/** Locks the head of the open log until the transaction ends; whoever holds it is the only one that adds or signs. */
export async function lockHead(trx: Kysely<DB>): Promise<{ log: Log; head: Head } | null> {
  // In two statements: the second sees what another process did while this one waited, also that it closed the log.
  await sql`select log_id from ledger_heads where log_id = (select id from ledger_logs where closed_at is null) for update`.execute(trx);
  const found = await trx
    .selectFrom('ledger_logs')
    .innerJoin('ledger_heads', 'ledger_heads.log_id', 'ledger_logs.id')
    .select(['ledger_logs.id', 'origin', 'vkey', 'size', 'root'])
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  if (!found) return null;
  return { log: { id: found.id, origin: found.origin, vkey: found.vkey }, head: { size: found.size, root: found.root } };
}

/** The newest checkpoint that anybody can fetch. */
export async function findNewestCheckpoint(db: Kysely<DB>, logId: number) {
  return db
    .selectFrom('ledger_checkpoints')
    .select(['size', 'root', 'note', 'signed_at'])
    .where('log_id', '=', logId)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
}
