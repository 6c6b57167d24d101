import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { databaseTime } from '#foundation/server/database.ts';
import { toBase64 } from '../notes/base64.ts';
import type { Checkpoint } from '../notes/checkpoint.ts';
import { sha256 } from '../merkle/sha256.ts';
import { LedgerHalt } from './halt.ts';
import { readLastSigned } from './last-signed.ts';
import { openLedgerKey } from './ledger-key.ts';
import { findNewestCheckpoint, lockHead, type Log } from './log.ts';
import { bearLog, nameFor, type Birth } from './open-log.ts';
import { keepGrowth } from './sequence-queue.ts';

/**
 * After a disaster that cannot be undone: closes the log and begins the next, whose first line says in public what was
 * signed last, what this database still holds, and why. Lines that got a place but were never covered by a checkpoint
 * here follow right after it. `lost`: how many lines were signed that this database doesn't hold.
 * To be used only when the old log cannot be restored: everybody has to pin a new key.
 */
export async function openEpoch(db: Kysely<DB>, { keysFolder, publicAddress }: Birth, reason: string): Promise<Log & { lost: number }> {
  const lastSigned = await readLastSigned(keysFolder).catch((error: unknown) => setAside(error, keysFolder));
  const key = await openLedgerKey(keysFolder, { make: true });
  if (!key) throw new Error('the key was not made');
  return db.transaction().execute(async (trx) => {
    const now = await databaseTime(trx);
    const locked = await lockHead(trx);
    const newest = locked ? await findNewestCheckpoint(trx, locked.log.id) : undefined;
    const held = locked && newest ? { origin: locked.log.origin, size: BigInt(newest.size), root: newest.root } : null;
    if (locked) await closeLog(trx, locked.log, reason);
    const { last } = await trx
      .selectFrom('ledger_logs')
      .select(({ fn }) => fn.max('id').as('last'))
      .executeTakeFirstOrThrow();
    const id = 1 + Math.max(last ?? 0, epochOf(lastSigned?.origin));
    const name = publicAddress ? nameFor(publicAddress) : (nameOf(locked?.log.origin ?? lastSigned?.origin) ?? nameFor(undefined));
    const log = await bearLog(trx, key, id, name);
    const plain = { reason, epoch: id, lastSigned: lastSigned && stated(lastSigned), lastHeld: held && stated(held) };
    const first = await appendToLedger({ trx, now }, { type: 'log.epoch', plain, once: `log.epoch/${log.origin}` });
    const hashes = await takeOver(trx, log, first, locked?.log.id ?? 0, newest?.size ?? 0);
    await keepGrowth(trx, log, { size: 0, tiles: [] }, hashes);
    return { ...log, lost: lostBetween(lastSigned, held) };
  });
}

function lostBetween(signed: Checkpoint | null, held: Checkpoint | null): number {
  if (!signed || !held || signed.origin !== held.origin) return 0;
  return Math.max(0, Number(signed.size - held.size));
}

/** What can't be read is kept, but nothing is compared with it any more. */
async function setAside(error: unknown, keysFolder: string): Promise<null> {
  if (!(error instanceof LedgerHalt)) throw error;
  await rename(join(keysFolder, 'last-signed'), join(keysFolder, 'last-signed.damaged'));
  return null;
}

async function closeLog(trx: Kysely<DB>, log: Log, reason: string): Promise<void> {
  await trx
    .updateTable('ledger_logs')
    .set({ closed_at: sql`clock_timestamp()`, close_reason: reason })
    .where('id', '=', log.id)
    .execute();
}

/** Places the first line, then whatever the old log held beyond its newest checkpoint; answers with the leaf hashes. */
async function takeOver(trx: Kysely<DB>, log: Log, first: string, from: number, beyond: number): Promise<Uint8Array[]> {
  const { rows } = await sql<{ entry: Buffer }>`with
    first as (delete from ledger_queue where id = ${first} returning id, entry),
    all_lines as (
      select 0 as index, id, entry from first
      union all
      select 1 + index - ${beyond}::bigint, id, entry from ledger_leaves where log_id = ${from} and index >= ${beyond}
    )
    insert into ledger_leaves (log_id, index, id, entry) select ${log.id}, index, id, entry from all_lines order by index
    returning entry`.execute(trx);
  return rows.map(({ entry }) => sha256(Buffer.concat([Buffer.of(0), entry])));
}

function stated({ origin, size, root }: Checkpoint) {
  return { origin, size: String(size), root: toBase64(root) };
}

/** `voices.example.org/ledger/3` → 3 */
function epochOf(origin: string | undefined): number {
  return Number(/\/ledger\/(\d+)$/.exec(origin ?? '')?.[1] ?? 0);
}

function nameOf(origin: string | undefined): string | null {
  return /^(.+)\/ledger\/\d+$/.exec(origin ?? '')?.[1] ?? null;
}
