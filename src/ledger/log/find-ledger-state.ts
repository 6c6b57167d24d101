import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { findNewestCheckpoint } from './log.ts';
import { isHaltCode, type HaltCode } from './halt.ts';

/**
 * How the ledger stands. `size`, `root`, `signedAt`: of the newest checkpoint (size 0 and null before the first);
 * `sequenced`: lines that have their place; `waiting`: lines that don't yet; `halted`: why nothing goes on, if so.
 */
export type LedgerState = {
  epoch: number;
  origin: string;
  vkey: string;
  openedAt: Date;
  size: number;
  root: Buffer | null;
  signedAt: Date | null;
  checkpoint: string | null;
  sequenced: number;
  waiting: number;
  halted: { code: HaltCode | null; reason: string; since: Date } | null;
  /** earlier epochs, oldest first, with why each ended */
  earlier: { epoch: number; origin: string; vkey: string; closedAt: Date; reason: string }[];
};

/** Null before the very first turn of the ledger. */
export async function findLedgerState(): Promise<LedgerState | null> {
  const db = database();
  const logs = await db
    .selectFrom('ledger_logs')
    .innerJoin('ledger_heads', 'ledger_heads.log_id', 'ledger_logs.id')
    .select(['id', 'origin', 'vkey', 'opened_at', 'closed_at', 'close_reason', 'size', 'halted_at', 'halted_code', 'halted_reason'])
    .select(sql<number>`(select count(*)::int from ledger_queue)`.as('waiting'))
    .orderBy('id')
    .execute();
  const open = logs.find((log) => log.closed_at === null);
  if (!open) return null;
  const newest = await findNewestCheckpoint(db, open.id);
  return {
    epoch: open.id,
    origin: open.origin,
    vkey: open.vkey,
    openedAt: open.opened_at,
    size: newest?.size ?? 0,
    root: newest?.root ?? null,
    signedAt: newest?.signed_at ?? null,
    checkpoint: newest?.note ?? null,
    sequenced: open.size,
    waiting: open.waiting,
    halted:
      open.halted_at && open.halted_reason
        ? { code: isHaltCode(open.halted_code) ? open.halted_code : null, reason: open.halted_reason, since: open.halted_at }
        : null,
    earlier: logs.flatMap(({ id, origin, vkey, closed_at, close_reason }) =>
      closed_at ? [{ epoch: id, origin, vkey, closedAt: closed_at, reason: close_reason ?? '' }] : [],
    ),
  };
}
