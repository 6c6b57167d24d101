import type pg from 'pg';
import { newId } from '#foundation/ids.ts';
import { rowsIn, rowsOf, type About } from './about.ts';
import type { BackupFailure } from './backup-problem.ts';
import type { Stage } from './place.ts';

/** The row of `backups` that tells how one back-up fares. */
export type BackupRecord = {
  progress(stage: Stage, percent: number): Promise<void>;
  verified(made: { fileName: string; bytes: number; how: 'restored' | 'read'; about: About }): Promise<void>;
  failed(failure: BackupFailure): Promise<void>;
};

/** One number for all installations of a server would be too coarse, but advisory locks belong to one database each. */
export const backupLock = 20260102;

/** Whether this connection now is the one that makes a back-up; let go when the connection ends, however it ends. */
export async function claimBackup(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ free: boolean }>('select pg_try_advisory_lock($1) as free', [backupLock]);
  return rows[0]?.free ?? false;
}

/** Begins the record. A database from before this table exists is backed up all the same, without one. */
export async function beginRecord(client: pg.ClientBase): Promise<BackupRecord> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.backups') is not null as there`);
  if (!rows[0]?.there) return unwritten;
  const id = newId();
  await client.query(`update backups set finished_at = clock_timestamp(), failure = 'stopped' where finished_at is null`);
  await client.query(`delete from backups where started_at < clock_timestamp() - interval '400 days'`);
  await client.query('insert into backups (id) values ($1)', [id]);
  return {
    async progress(stage, percent) {
      await client.query('update backups set stage = $2, percent = $3 where id = $1', [id, stage, percent]);
    },
    async verified({ fileName, bytes, how, about }) {
      await client.query(
        `update backups set finished_at = clock_timestamp(), verified_at = clock_timestamp(), percent = 100, verified_how = $2,
        file_name = $3, bytes = $4, rows = $5, voices = $6, ledger_size = $7 where id = $1`,
        [id, how, fileName, bytes, rowsOf(about), rowsIn(about, 'voices'), about.ledger?.size ?? null],
      );
    },
    async failed(failure) {
      await client.query('update backups set finished_at = clock_timestamp(), failure = $2 where id = $1', [id, failure]);
    },
  };
}

const unwritten: BackupRecord = { progress: async () => {}, verified: async () => {}, failed: async () => {} };
