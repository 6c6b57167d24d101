import { sql } from 'kysely';
import type { Database } from '#foundation/server/database.ts';
import { backupLate } from './backup-due.ts';
import { backupFailures, type BackupFailure } from './backup-problem.ts';
import { backupLock } from './backup-record.ts';
import type { Stage } from './place.ts';

export type Backups = {
  now: Date;
  last: { at: Date; bytes: number; fileName: string; how: 'restored' | 'read'; voices: number } | null;
  /** there is none younger than 36 hours */
  late: boolean;
  underWay: { since: Date; stage: Stage; percent: number } | null;
  /** asked for, not begun */
  asked: boolean;
  /** the newest attempt, when it failed */
  failed: { at: Date; why: BackupFailure } | null;
};

/** How the back-ups of this installation stand. */
export async function findBackups(db: Database): Promise<Backups> {
  const last = await db
    .selectFrom('backups')
    .select(['verified_at', 'bytes', 'file_name', 'verified_how', 'voices'])
    .where('verified_at', 'is not', null)
    .orderBy('verified_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const newest = await db.selectFrom('backups').selectAll().orderBy('started_at', 'desc').limit(1).executeTakeFirst();
  const { now, held, asked } = await findState(db);
  const at = last?.verified_at ?? null;
  return {
    now,
    last:
      last && at
        ? {
            at,
            bytes: last.bytes ?? 0,
            fileName: last.file_name ?? '',
            how: last.verified_how === 'restored' ? 'restored' : 'read',
            voices: last.voices ?? 0,
          }
        : null,
    late: backupLate(now, at),
    underWay:
      newest && !newest.finished_at && held ? { since: newest.started_at, stage: stageOf(newest.stage), percent: newest.percent } : null,
    asked,
    failed: newest?.failure ? { at: newest.finished_at ?? newest.started_at, why: failureOf(newest.failure) } : null,
  };
}

/** A row without an end is a back-up under way only while somebody holds its lock; otherwise its process died. */
async function findState(db: Database): Promise<{ now: Date; held: boolean; asked: boolean }> {
  const { rows } = await sql<{ now: Date; held: boolean; queued: boolean }>`select clock_timestamp() as now,
    exists (select from pg_locks join pg_database on pg_database.oid = pg_locks.database
      where locktype = 'advisory' and objid = ${backupLock}::integer and datname = current_database() and granted) as held,
    to_regclass('pgboss.job') is not null as queued`.execute(db);
  const { now = new Date(), held = false, queued = false } = rows[0] ?? {};
  if (!queued) return { now, held, asked: false };
  const waiting =
    await sql`select 1 from pgboss.job where name = 'back-up' and state < 'active' and data ->> 'asked' is not null limit 1`.execute(db);
  return { now, held, asked: waiting.rows.length > 0 };
}

function stageOf(text: string): Stage {
  return text === 'checking' || text === 'trying' ? text : 'copying';
}

function failureOf(text: string): BackupFailure {
  return backupFailures.find((code) => code === text) ?? 'database';
}
