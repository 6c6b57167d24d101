import type pg from 'pg';
import { BackupProblem } from './backup-problem.ts';
import { migrationsOf, quoted } from './tables-of.ts';

// A restore never mixes with what is there. A database that Huiyin has prepared but nobody has moved into counts as empty.

const whoLivesHere = ['installations', 'people', 'voices', 'communities'];

/** Leaves a database with nothing of Huiyin's in it. Throws BackupProblem when somebody lives there, and changes nothing then. */
export async function clearEmptyDatabase(client: pg.ClientBase): Promise<void> {
  const tables = await namesOf(
    client,
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
  );
  if (tables.length > 0 && (await migrationsOf(client)).length === 0) throw notEmpty();
  for (const name of whoLivesHere.filter((one) => tables.includes(one))) {
    const { rowCount } = await client.query(`select 1 from public.${quoted(name)} limit 1`);
    if (rowCount) throw notEmpty();
  }
  await client.query('begin');
  await client.query('drop schema if exists pgboss cascade');
  for (const name of tables) await client.query(`drop table if exists public.${quoted(name)} cascade`);
  // Those that belong to an extension stay with it.
  const functions = await namesOf(
    client,
    `select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace = 'public'::regnamespace
    and not exists (select from pg_depend d where d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e')`,
  );
  for (const name of functions) await client.query(`drop function ${name} cascade`);
  await client.query('commit');
}

async function namesOf(client: pg.ClientBase, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

function notEmpty(): BackupProblem {
  return new BackupProblem(
    'refused',
    'Somebody lives here already: a back-up is restored into an empty data folder or an empty database only. Move the old one away, or set HUIYIN_DATA.',
  );
}
