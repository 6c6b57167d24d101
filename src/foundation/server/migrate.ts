import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { sql, type Kysely } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { SettingsError } from '#foundation/settings.ts';
import type { Database } from './database.ts';
import { installation } from './installation.ts';
import type { OpenKeys } from './keys-folder.ts';

const folder = join(import.meta.dirname, '../../../db/migrations');

/**
 * Brings the schema up to date with db/migrations, forward only: plain SQL files, and where rows must be rewritten with
 * keys, TypeScript files with `up(db, keys)`. All of them or none. Returns the names applied. `upTo`: only as far as this
 * one, so that an older back-up finds the schema it was made at. `keys`: those of the running installation unless given.
 */
export async function migrate(db: Database, { upTo, keys }: { upTo?: string; keys?: OpenKeys } = {}): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(() => keys ?? installation()) } });
  const { error, results } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest());
  if (error)
    throw new SettingsError(
      `The database could not be brought up to date: ${error instanceof Error ? error.message : JSON.stringify(error)}`,
    );
  await forgetOldValues(db);
  return (results ?? []).map((result) => result.migrationName);
}

/** The names of all migrations this version knows, in order. */
export function migrationNames(): string[] {
  return files().map(nameOf);
}

function migrations(keys: AskKeys): Record<string, Migration> {
  return Object.fromEntries(files().map((file) => [nameOf(file), { up: (db) => apply(db, file, keys) }]));
}

function files(): string[] {
  return readdirSync(folder)
    .filter((name) => /\.(sql|ts)$/.test(name))
    .toSorted();
}

function nameOf(file: string): string {
  return file.replace(/\.(sql|ts)$/, '');
}

/** Asked for only when there are rows to seal: an empty database can be prepared without. */
type AskKeys = () => OpenKeys;
type Code = { up(db: Kysely<unknown>, keys: AskKeys): Promise<void> };

async function apply(db: Parameters<Migration['up']>[0], name: string, keys: AskKeys): Promise<void> {
  const path = join(folder, name);
  if (name.endsWith('.sql')) return void (await sql.raw(readFileSync(path, 'utf8')).execute(db));
  const code: Code = await import(/* @vite-ignore */ pathToFileURL(path).href);
  await code.up(db, keys);
}

/**
 * The planner's notes hold the most common values of a column, also of one that a migration has taken away. A migration
 * says so by the comment `rewritten`, so that this is made good at the next start after a crash.
 */
async function forgetOldValues(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and obj_description(oid, 'pg_class') = 'rewritten'`.execute(db);
  if (rows.length === 0) return;
  // A database user who may not rewrite the notes is only warned; they are cleared in time by themselves.
  await sql`vacuum full pg_statistic`.execute(db);
  for (const { name } of rows) {
    await sql`analyze ${sql.table(name)}`.execute(db);
    await sql`comment on table ${sql.table(name)} is null`.execute(db);
  }
  // The files of before are removed by the next checkpoint at the latest.
  await sql`checkpoint`.execute(db).catch(() => undefined);
}
