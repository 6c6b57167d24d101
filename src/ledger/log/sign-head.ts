import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { awaitStandby } from '#foundation/server/await-standby.ts';
import { OutcomeUnknown } from '#foundation/server/outcome-unknown.ts';
import { formatCheckpoint } from '../notes/checkpoint.ts';
import { LedgerHalt } from './halt.ts';
import { readLastSigned, writeLastSigned } from './last-signed.ts';
import type { LedgerKey } from './ledger-key.ts';
import { findNewestCheckpoint, lockHead } from './log.ts';
import { assertFollows } from './why-not-go-on.ts';

/** Tests cut the power between the steps. */
export type Steps = { written?: () => Promise<void> };

/**
 * Signs how far the log is and publishes it, if that is new. In this order, which is all of its safety: what is signed
 * is durable first; it continues what was signed last; then the file outside the database; then everybody may see it.
 * Returns the new size, or null when there was nothing to sign. Throws LedgerHalt rather than sign a step back.
 */
export async function signHead(db: Kysely<DB>, keysFolder: string, key: LedgerKey, steps: Steps = {}): Promise<number | null> {
  return db.transaction().execute(async (trx) => {
    const locked = await lockHead(trx);
    if (!locked) return null;
    const { log, head } = locked;
    const newest = await findNewestCheckpoint(trx, log.id);
    if (newest && newest.size >= head.size) return null;
    await awaitStandby(trx).catch(haltAtStandby);
    await assertFollows(trx, log, head, await readLastSigned(keysFolder));
    const note = await key.note(log.origin, formatCheckpoint({ origin: log.origin, size: BigInt(head.size), root: head.root }));
    await writeLastSigned(keysFolder, note);
    await steps.written?.();
    await trx.insertInto('ledger_checkpoints').values({ log_id: log.id, size: head.size, root: head.root, note }).execute();
    return head.size;
  });
}

/** A checkpoint must never be ahead of what survives the loss of this machine. */
function haltAtStandby(error: unknown): never {
  throw error instanceof OutcomeUnknown ? new LedgerHalt('standby', error.message) : error;
}
