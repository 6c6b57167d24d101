import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { SettingsError } from '#foundation/settings.ts';
import type { Database } from './database.ts';

const folder = join(import.meta.dirname, '../../../db/migrations');

/** Brings the schema up to date with the plain SQL files of db/migrations, forward only. Returns the names applied. */
export async function migrate(db: Database): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations() } });
  const { error, results } = await migrator.migrateToLatest();
  if (error)
    throw new SettingsError(
      `The database could not be brought up to date: ${error instanceof Error ? error.message : JSON.stringify(error)}`,
    );
  return (results ?? []).map((result) => result.migrationName);
}

function migrations(): Record<string, Migration> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  return Object.fromEntries(files.map((name) => [name.replace('.sql', ''), { up: (db) => apply(db, name) }]));
}

async function apply(db: Parameters<Migration['up']>[0], name: string): Promise<void> {
  await sql.raw(readFileSync(join(folder, name), 'utf8')).execute(db);
}
