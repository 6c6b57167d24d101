import { randomBytes } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { sha256 } from '../merkle/sha256.ts';
import { isKeyName } from '../notes/signed-note.ts';
import { LedgerHalt } from './halt.ts';
import { readLastSigned } from './last-signed.ts';
import { openLedgerKey, type LedgerKey } from './ledger-key.ts';
import { findOpenLog, type Log } from './log.ts';
import { assertLedgerGoesOn } from './why-not-go-on.ts';

export type Birth = { keysFolder: string; publicAddress: string | undefined };

/**
 * The open log and its key; the very first time both are made. The key must be the one the log was born with. Throws
 * LedgerHalt.
 */
export async function openLog(db: Kysely<DB>, { keysFolder, publicAddress }: Birth): Promise<{ log: Log; key: LedgerKey }> {
  const known = await findOpenLog(db);
  // Asked before anything is made: an empty database with a last-signed file beside it is a lost ledger, not a new one.
  if (!known) await assertLedgerGoesOn(db, keysFolder);
  const key = await openLedgerKey(keysFolder, { make: !known && (await readLastSigned(keysFolder)) === null });
  if (!key) throw new LedgerHalt('key_missing', 'The file ledger.key is not in the keys folder: put it back from your backup.');
  const log = known ?? (await bearLog(db, key, 1, nameFor(publicAddress)));
  if (log.vkey !== (await key.vkey(log.origin)))
    throw new LedgerHalt('other_key', 'ledger.key is not the key this ledger was begun with: put the right one back from your backup.');
  return { log, key };
}

/** Writes a log that holds nothing yet. Of two processes that do so at once, one is heard. */
export async function bearLog(db: Kysely<DB>, key: LedgerKey, id: number, name: string): Promise<Log> {
  const origin = `${name}/ledger/${id}`;
  await sql`with born as (
      insert into ledger_logs (id, origin, vkey) values (${id}, ${origin}, ${await key.vkey(origin)}) on conflict do nothing returning id
    )
    insert into ledger_heads (log_id, size, root) select id, 0, ${sha256(new Uint8Array())} from born`.execute(db);
  const log = await findOpenLog(db);
  if (!log) throw new Error('the log was not born');
  return log;
}

/** The host under which the installation is known; one that has none gets a name nobody else has [RFC 6761: .invalid]. */
export function nameFor(publicAddress: string | undefined): string {
  const host = publicAddress ? new URL(publicAddress).host : '';
  return isKeyName(host) ? host : `huiyin-${randomBytes(6).toString('hex')}.invalid`;
}
