import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { connect, disconnect } from '#foundation/server/database.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { migrate } from '#foundation/server/migrate.ts';

// A real PostgreSQL for tests: one migrated template, cloned for whoever asks.

const migrationsFolder = join(import.meta.dirname, '../db/migrations');
const cache = join(import.meta.dirname, '../node_modules/.cache/huiyin-tests');

/** The server the tests use: HUIYIN_TEST_DATABASE_URL, or an embedded one kept between runs. */
export async function testServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['HUIYIN_TEST_DATABASE_URL'];
  if (given) return { url: given, stop: async () => {} };
  mkdirSync(cache, { recursive: true });
  // A crash loses only test data, so the tests needn't wait for the disk.
  return startEmbeddedDatabase({ folder: cache, flags: ['-c', 'fsync=off', '-c', 'full_page_writes=off'] });
}

/** Makes (once per set of migrations) the template and returns its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const name = `huiyin_template_${fingerprint()}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(720001)');
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await admin.query(`drop database if exists ${name}_making with (force)`);
      await admin.query(`create database ${name}_making`);
      const making = urlOf(serverUrl, `${name}_making`);
      await migrate(connect(making, 2));
      await disconnect();
      await openJobs(making, false);
      await closeJobs();
      await admin.query(`alter database ${name}_making rename to ${name}`);
    }
  } finally {
    await admin.end();
  }
  return name;
}

/** Clones the template; `drop` removes the clone again. */
export async function cloneDatabase(serverUrl: string, template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `huiyin_test_${randomBytes(6).toString('hex')}`;
  await administer(serverUrl, `create database ${name} template ${template} strategy wal_log`);
  return { url: urlOf(serverUrl, name), drop: () => administer(serverUrl, `drop database if exists ${name} with (force)`) };
}

async function administer(serverUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(720001)');
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(migrationsFolder).toSorted()) hash.update(file).update(readFileSync(join(migrationsFolder, file)));
  return hash.digest('hex').slice(0, 12);
}
