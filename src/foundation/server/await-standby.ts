import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { OutcomeUnknown } from './outcome-unknown.ts';

type Replication = { needed: number; safe: number; seen: boolean };
const longestWait = 5_000;

/**
 * Waits until everything this transaction can see is also on the disks of the synchronous standbys. A commit that was cut
 * short while waiting for its standby looks like any other, so the write position itself is asked about. At once when no
 * standby is configured. Throws OutcomeUnknown after five seconds.
 */
export async function awaitStandby(db: Kysely<DB>): Promise<void> {
  const { rows } = await sql<{ lsn: string; names: string }>`select pg_current_wal_insert_lsn()::text as lsn,
    current_setting('synchronous_standby_names') as names`.execute(db);
  const [now] = rows;
  if (!now || now.names.trim() === '') return;
  const until = Date.now() + longestWait;
  do {
    const { needed, safe, seen } = await replicationAt(db, now.lsn, now.names);
    if (safe >= needed) return;
    if (!seen) throw new OutcomeUnknown('Whether the standbys have written it down cannot be seen: grant pg_monitor to the database user.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < until);
  throw new OutcomeUnknown('No synchronous standby has written it down yet: see whether the standby runs.');
}

async function replicationAt(db: Kysely<DB>, lsn: string, names: string): Promise<Replication> {
  const { rows } = await sql<{ safe: number; hidden: number }>`select
    count(*) filter (where sync_state in ('sync', 'quorum') and flush_lsn >= ${lsn}::pg_lsn)::int as safe,
    count(*) filter (where pid is not null and sync_state is null)::int as hidden
    from pg_stat_replication`.execute(db);
  const [found] = rows;
  return { needed: standbysNeeded(names), safe: found?.safe ?? 0, seen: (found?.hidden ?? 0) === 0 };
}

/** `ANY 2 (a, b, c)`, `FIRST 1 (a)`, `2 (a, b)`, or a plain list, which means one. */
export function standbysNeeded(names: string): number {
  return Number(/^\s*(?:any|first)?\s*(\d+)\s*\(/i.exec(names)?.[1] ?? 1);
}
