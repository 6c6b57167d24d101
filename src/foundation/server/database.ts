import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import type { DB } from '#db/schema.ts';
import { NamingClient } from './named-statements.ts';

// The one connection pool of this process. Rooms ask `database()`; only start-up and tests call `connect`.

// Whole numbers up to 2^53 arrive as numbers, calendar days as 'YYYY-MM-DD': a `Date` would invent a time zone.
pg.types.setTypeParser(pg.types.builtins.INT8, Number);
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);

export type Database = Kysely<DB>;
let current: { db: Database; pool: pg.Pool } | null = null;

/**
 * Opens the pool. No statement timeout: one that fires during COMMIT would leave the outcome unknown; only waiting for a
 * connection has an end. `heard` is told
 * every statement that is sent; tests keep them as snapshots.
 */
export function connect(url: string, size = 10, heard?: (sql: string) => void): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: size,
    application_name: 'huiyin',
    Client: NamingClient,
    connectionTimeoutMillis: 10_000,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {});
  // One that breaks while it is lent out fails its query; the client says it a second time, to nobody.
  pool.on('connect', (client) => client.on('error', () => {}));
  const dialect = new PostgresDialect({ pool });
  const db = new Kysely<DB>({ dialect, ...(heard && { log: ({ query }) => heard(query.sql) }) });
  current = { db, pool };
  return db;
}

/** Another database than this process's own: to try a back-up, to fill a new one. Whoever opens it closes it (`destroy`). */
export function openBeside(url: string): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool: new pg.Pool({ connectionString: url, max: 2, application_name: 'huiyin' }) }),
  });
}

/** The database of this process; a bug, not a refusal, when nobody has connected yet. */
export function database(): Database {
  if (!current) throw new Error('connect() has not been called');
  return current.db;
}

export async function disconnect(): Promise<void> {
  const closing = current;
  current = null;
  await closing?.db.destroy();
}

/** Whether the database answers a question right now (for /healthz). */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await sql`select 1`.execute(database());
    return true;
  } catch {
    return false;
  }
}

/** The clock every deadline is measured by. */
export async function databaseTime(db: Database = database()): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(db);
  return rows[0]?.now ?? new Date();
}
