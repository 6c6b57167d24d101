import type pg from 'pg';

export type TableShape = { name: string; columns: string[] };
export type SequenceState = { name: string; value: string; called: boolean };

/**
 * What is not part of a back-up: the migrator's own tables, what tells of this machine's files, and what must not come
 * to life again with an old copy (sign-ins that have been ended since, one-time codes) or has no meaning in it.
 */
const leftOut = ['kysely_migration', 'kysely_migration_lock', 'backups', 'sessions', 'phone_codes', 'rate_limits'];

/** Text of dates, times and bytes must not depend on how a server is set. */
export const plainSession =
  "set timezone = 'UTC'; set datestyle = 'ISO'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1; set search_path = public";

/** The tables that are copied, with the columns that hold something of their own, in a stable order. */
export async function tablesOf(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(
    `select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c join pg_attribute a on a.attrelid = c.oid
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and not c.relname = any($1)
      and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    group by c.relname order by c.relname`,
    [leftOut],
  );
  return rows;
}

/** Where the numbers of new rows go on. */
export async function sequencesOf(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'S' and relnamespace = 'public'::regnamespace order by relname`,
  );
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${quoted(name)}`,
    );
    states.push({ name, value: state.rows[0]?.value ?? '1', called: state.rows[0]?.called ?? false });
  }
  return states;
}

/** The migrations this database has been through, in order; none when it is new. */
export async function migrationsOf(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.kysely_migration') is not null as there`);
  if (!rows[0]?.there) return [];
  const applied = await client.query<{ name: string }>('select name from public.kysely_migration order by name');
  return applied.rows.map(({ name }) => name);
}

/** A name of the catalogue in SQL. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
