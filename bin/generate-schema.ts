import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import pg from 'pg';
import { cloneDatabase, makeTemplate, testServer } from '#tests/template-database.ts';

// Writes db/schema.ts (Kysely types) and db/schema.sql (what the migrations amount to). With --check it only compares.

const check = process.argv.includes('--check');
const server = await testServer();
const clone = await cloneDatabase(server.url, await makeTemplate(server.url));
try {
  const out = check ? 'node_modules/.cache/schema.ts' : 'db/schema.ts';
  execFileSync(
    process.execPath,
    [
      'node_modules/kysely-codegen/dist/cli/bin.js',
      '--dialect=postgres',
      `--url=${clone.url}`,
      `--out-file=${out}`,
      '--exclude-pattern=kysely_*',
      '--date-parser=string',
      // As database.ts reads them.
      '--type-mapping={"int8":"number"}',
      '--log-level=error',
    ],
    { stdio: 'inherit' },
  );
  const sqlText = await describe(clone.url);
  if (check) {
    if (readFileSync(out, 'utf8') !== readFileSync('db/schema.ts', 'utf8') || sqlText !== readFileSync('db/schema.sql', 'utf8')) {
      console.error('db/schema.ts or db/schema.sql is behind the migrations: run node bin/generate-schema.ts');
      process.exitCode = 1;
    }
  } else writeFileSync('db/schema.sql', sqlText);
} finally {
  await clone.drop();
  await server.stop();
}

/** Tables with columns, constraints and indexes in a stable order; embedded PostgreSQL ships no pg_dump. */
async function describe(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ text: string }>(`
    select format(E'-- %s\\n%s', c.relname, string_agg(line, E'\\n' order by sort, line)) as text
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    cross join lateral (
      select 1 + a.attnum / 10000.0 as sort, format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
        case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')) as line
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      union all
      select 2, format('  constraint %s %s', conname, pg_get_constraintdef(oid)) from pg_constraint where conrelid = c.oid and contype <> 'n'
      union all
      select 3, '  ' || indexdef from pg_indexes i where i.tablename = c.relname and i.schemaname = 'public'
      union all
      select 4, '  ' || pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
    ) as lines
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not like 'kysely%'
    group by c.relname order by c.relname`);
  await client.end();
  return rows.map((row) => row.text).join('\n\n') + '\n';
}
