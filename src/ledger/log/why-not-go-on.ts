import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { proveConsistency } from '../merkle/prove.ts';
import { sha256 } from '../merkle/sha256.ts';
import { verifyConsistency } from '../merkle/verify.ts';
import { toBase64 } from '../notes/base64.ts';
import type { Checkpoint } from '../notes/checkpoint.ts';
import { assertUncontradicted } from './assert-uncontradicted.ts';
import { LedgerHalt } from './halt.ts';
import { readLastSigned } from './last-signed.ts';
import { findNewestCheckpoint, findOpenLog, type Head, type Log } from './log.ts';
import { withStoredTree } from './stored-tree.ts';

const epoch = 'If it is lost for good: npm run ledger:epoch -- --reason "…"';

/**
 * Throws LedgerHalt when the log in this database does not continue what was signed last (`<keysFolder>/last-signed`):
 * it is behind, it differs, or it is another one. Quiet when nothing was ever signed.
 */
export async function assertLedgerGoesOn(db: Kysely<DB>, keysFolder: string): Promise<void> {
  const last = await readLastSigned(keysFolder);
  const log = await findOpenLog(db);
  if (!log) {
    if (last) throw behind(last, 0);
    return;
  }
  const head = await db.selectFrom('ledger_heads').select(['size', 'root']).where('log_id', '=', log.id).executeTakeFirstOrThrow();
  await assertFollows(db, log, head, last);
}

/** The same for a head that is already locked. */
export async function assertFollows(db: Kysely<DB>, log: Log, head: Head, last: Checkpoint | null): Promise<void> {
  await assertUncontradicted(db, log);
  if (!last) {
    if (!(await findNewestCheckpoint(db, log.id))) return;
    throw new LedgerHalt(
      'last_signed_missing',
      `The file last-signed is not in the keys folder, yet the ledger has been signed before: put the keys folder back. ${epoch}`,
    );
  }
  if (last.origin !== log.origin) return assertSucceeds(db, log, last);
  if (last.size > BigInt(head.size)) throw behind(last, head.size);
  const second = BigInt(head.size);
  const proof = { first: last.size, second, firstRoot: last.root, secondRoot: head.root };
  const path = await storedConsistency(db, log.id, last.size, second);
  if (path && (await verifyConsistency({ ...proof, path }, sha256))) return;
  throw new LedgerHalt(
    'fork',
    `The ledger in this database is not the one that was signed at ${last.size} lines: restore the newest back-up. ${epoch}`,
  );
}

/** Null when the tiles do not even reach so far. */
async function storedConsistency(db: Kysely<DB>, logId: number, first: bigint, second: bigint): Promise<Uint8Array[] | null> {
  try {
    return await withStoredTree(db, logId, (tree) => proveConsistency(first, second, tree));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A new epoch: its first line must name exactly what was signed last, and it must not have been signed itself. */
async function assertSucceeds(db: Kysely<DB>, log: Log, last: Checkpoint): Promise<void> {
  const first = await db.selectFrom('ledger_leaves').select('entry').where('log_id', '=', log.id).where('index', '=', 0).executeTakeFirst();
  const named = first ? lastSignedIn(first.entry) : null;
  const succeeds = named?.origin === last.origin && named.size === String(last.size) && named.root === toBase64(last.root);
  if (succeeds && !(await findNewestCheckpoint(db, log.id))) return;
  throw new LedgerHalt(
    'other_log',
    `Signed last was ${last.origin}, but this database holds ${log.origin}: restore the newest back-up, or the keys folder that belongs to it. ${epoch}`,
  );
}

type Named = { origin: string; size: string; root: string };

function lastSignedIn(entry: Buffer): Named | null {
  const { t, p }: { t?: string; p?: { lastSigned?: Named } } = JSON.parse(entry.toString());
  return t === 'log.epoch' ? (p?.lastSigned ?? null) : null;
}

function behind(last: Checkpoint, size: number): LedgerHalt {
  return new LedgerHalt(
    'behind',
    `The ledger in this database ends at ${size} lines, but ${last.size} were signed (${last.origin}): this is an old back-up. Restore the newest one. ${epoch}`,
  );
}
