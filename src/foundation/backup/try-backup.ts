import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { About } from './about.ts';
import { loadBackup } from './load-backup.ts';
import { isPicture } from './picture-files.ts';
import type { Progress } from './place.ts';
import { prepareSchema } from './prepare-schema.ts';
import { readBackup } from './read-backup.ts';
import type { Part } from './tar.ts';

// The only proof that a back-up can be restored is to restore it: into a database of its own, which is dropped again.

export type Trial = {
  /** the database the back-up was made of; its server lends the room */
  url: string;
  path: string;
  identity: string;
  about: About;
  progress: Progress;
  signal?: AbortSignal | undefined;
  /** what else must hold in the restored database, such as the ledger */
  examine?: ((url: string) => Promise<void>) | undefined;
};

/** Whether this user may make databases at all. */
export async function mayTry(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>('select rolcreatedb or rolsuper as may from pg_roles where rolname = current_user');
  return rows[0]?.may ?? false;
}

/** Restores the back-up into a new database and drops it. Throws BackupProblem when anything is not as it was. */
export async function tryBackup({ url, path, identity, about, progress, signal, examine }: Trial): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `${await prefixOf(admin)}${randomBytes(5).toString('hex')}`;
  try {
    await admin.query(`create database ${name} template template0`);
    const there = databaseAt(url, name);
    await prepareSchema(there, about);
    const client = new pg.Client({ connectionString: there });
    await client.connect();
    try {
      await loadBackup(client, about, beforePictures(readBackup(path, identity, { progress, stage: 'trying', signal })), async () => {});
    } finally {
      await client.end();
    }
    await examine?.(there);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`).catch(() => {});
    await admin.end().catch(() => {});
  }
}

/** The pictures come last and were compared with their sums already: nothing would be learnt from them here. */
async function* beforePictures(parts: AsyncIterable<Part>): AsyncGenerator<Part> {
  for await (const part of parts) {
    if (isPicture(part.name)) return;
    yield part;
  }
}

/** Drops what a killed trial of this database left behind. */
export async function dropLeftovers(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ name: string }>('select datname as name from pg_database where starts_with(datname, $1)', [
    await prefixOf(client),
  ]);
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
}

/** A server may serve several installations; each knows its own trials by the number of its database. */
async function prefixOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<{ oid: string }>('select oid::text as oid from pg_database where datname = current_database()');
  return `huiyin_trial_${rows[0]?.oid}_`;
}

function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
