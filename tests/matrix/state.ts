import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';

// Whether anything was written: the number of rows of every table and the newest transaction that wrote one.

/** What may be written of somebody who is refused: that they knocked, and with what. */
const ofKnocking = ['sessions', 'access_tokens', 'rate_limits', 'security_events'];

/** The same text before and after means that nothing changed. */
export async function stateOf(): Promise<string> {
  const tables = await tablesToWatch();
  const each = tables.map(
    (table) =>
      sql`select ${table} as name, count(*)::text as rows, coalesce(max(xmin::text::bigint), 0)::text as newest from ${sql.table(table)}`,
  );
  const { rows } = await sql<{ name: string; rows: string; newest: string }>`${sql.join(each, sql` union all `)}`.execute(database());
  return rows
    .map(({ name, rows: count, newest }) => `${name} ${count} ${newest}`)
    .toSorted()
    .join('\n');
}

let known: string[] | null = null;

async function tablesToWatch(): Promise<string[]> {
  if (known) return known;
  const { rows } = await sql<{ name: string }>`select relname as name from pg_class
    where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all(${ofKnocking}) order by relname`.execute(database());
  known = rows.map(({ name }) => name);
  return known;
}
