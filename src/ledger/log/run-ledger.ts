import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { database, type Database } from '#foundation/server/database.ts';
import { LedgerHalt } from './halt.ts';
import { findOpenLog } from './log.ts';
import { openLog, type Birth } from './open-log.ts';
import { largestBatch, sequenceQueue } from './sequence-queue.ts';
import { signHead } from './sign-head.ts';
import { assertLedgerGoesOn } from './why-not-go-on.ts';

// The ledger's own clock: once a second, whatever waits gets its place and the new state is signed.

const every = 1_000;
/** While nothing happens, and while it is halted, it only looks whether it still goes on. */
const everyWhenIdle = 30_000;

export type RunningLedger = { stop(): Promise<void> };

/** Runs until stopped. Several processes may run it at once: each turn locks the head. */
export function runLedger(birth: Birth, say: (sentence: string) => void = (sentence) => console.error(sentence)): RunningLedger {
  const ending = new AbortController();
  const running = runUntil(ending.signal, birth, say);
  return {
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

async function runUntil(end: AbortSignal, birth: Birth, say: (sentence: string) => void): Promise<void> {
  let looked = 0;
  let trouble: string | null = null;
  while (!end.aborted) {
    const began = Date.now();
    let wait = every;
    try {
      if (began - looked >= everyWhenIdle || (await somethingWaits(database()))) {
        await goOn(database(), birth);
        looked = began;
        if (trouble !== null) say('The ledger goes on.');
        trouble = null;
      }
    } catch (error) {
      const sentence = error instanceof Error ? error.message : String(error);
      // Loud, but once: the same trouble a moment later is no news. While the process ends, it is none at all.
      if (sentence !== trouble && !end.aborted) say(`The ledger stands still: ${sentence}`);
      trouble = sentence;
      wait = error instanceof LedgerHalt ? 10 * every : 3 * every;
    }
    await pause(Math.max(50, wait - (Date.now() - began)), end);
  }
}

async function pause(milliseconds: number, end: AbortSignal): Promise<void> {
  // Doesn't hold the process; ended early, it simply ends.
  await setTimeout(milliseconds, undefined, { ref: false, signal: end }).catch(() => null);
}

/** One turn: all that waits is placed, then signed. Writes down when it can't go on, and that it can again. */
export async function goOn(db: Database, birth: Birth): Promise<void> {
  try {
    const { key } = await openLog(db, birth);
    await assertLedgerGoesOn(db, birth.keysFolder);
    for (let since = Date.now(), taken = largestBatch; taken === largestBatch;) {
      taken = await sequenceQueue(db, birth.keysFolder);
      // However much waits: a checkpoint a second.
      if (taken === largestBatch && Date.now() - since < every) continue;
      await signHead(db, birth.keysFolder, key);
      since = Date.now();
    }
    await noteHalt(db, null);
  } catch (error) {
    if (error instanceof LedgerHalt) await noteHalt(db, error);
    throw error;
  }
}

async function somethingWaits(db: Database): Promise<boolean> {
  const { rows } = await sql<{ waits: boolean }>`select exists (select from ledger_queue)
    or exists (select from ledger_heads h join ledger_logs l on l.id = h.log_id where l.closed_at is null
      and (h.halted_at is not null or not exists (select from ledger_checkpoints c where c.log_id = h.log_id and c.size = h.size))) as waits`.execute(
    db,
  );
  return rows[0]?.waits ?? false;
}

/** For the pages of those who must act, also in another process. */
async function noteHalt(db: Database, halt: LedgerHalt | null): Promise<void> {
  const log = await findOpenLog(db);
  if (!log) return;
  await db
    .updateTable('ledger_heads')
    .set(
      halt
        ? { halted_at: sql`coalesce(halted_at, clock_timestamp())`, halted_code: halt.code, halted_reason: halt.message }
        : { halted_at: null, halted_code: null, halted_reason: null },
    )
    .where('log_id', '=', log.id)
    .where(halt ? sql<boolean>`halted_code is distinct from ${halt.code}` : sql<boolean>`halted_at is not null`)
    .execute();
}
