import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import type { About } from './about.ts';
import { BackupProblem } from './backup-problem.ts';
import { plainSession, quoted, tablesOf } from './tables-of.ts';
import type { Part } from './tar.ts';

// Filling an empty database of the same schema, all or nothing, without any right beyond owning its tables.

const unpack = promisify(gunzip);

/**
 * Loads the tables of a back-up in one transaction. Foreign keys are taken away meanwhile, so that no order of tables
 * matters, and put back at the end, where the database checks each row. Other parts go to `other`, in their order.
 */
export async function loadBackup(
  client: pg.ClientBase,
  about: About,
  parts: AsyncIterable<Part>,
  other: (part: Part) => Promise<void>,
): Promise<void> {
  await client.query(plainSession);
  await client.query('begin');
  try {
    await client.query('set local synchronous_commit = on');
    const links = await takeLinksAway(client);
    const tables = await tablesOf(client);
    for (const { name } of tables) {
      await client.query(`alter table ${quoted(name)} disable trigger user`);
      // What the migrations themselves planted is in the back-up, too.
      await client.query(`delete from ${quoted(name)}`);
    }
    await fill(client, about, parts, other);
    for (const { name } of tables) await client.query(`alter table ${quoted(name)} enable trigger user`);
    for (const link of links) await client.query(`alter table ${link.table} add constraint ${quoted(link.name)} ${link.definition}`);
    for (const { name, value, called } of about.sequences)
      await client.query('select setval($1::regclass, $2, $3)', [quoted(name), value, called]);
    await assertComplete(client, about);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
  await client.query('analyze');
}

type Link = { table: string; name: string; definition: string };

async function takeLinksAway(client: pg.ClientBase): Promise<Link[]> {
  const { rows } = await client.query<Link>(
    `select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conrelid::regclass::text, conname`,
  );
  for (const link of rows) await client.query(`alter table ${link.table} drop constraint ${quoted(link.name)}`);
  return rows;
}

async function fill(client: pg.ClientBase, about: About, parts: AsyncIterable<Part>, other: (part: Part) => Promise<void>): Promise<void> {
  const columns = new Map(about.tables.map((table) => [table.name, table.columns]));
  let open: { table: string; stream: CopyStreamQuery } | null = null;
  for await (const part of parts) {
    const table = /^tables\/([a-z0-9_]+)\/\d+\.gz$/.exec(part.name)?.[1];
    if (open && table !== open.table) open = await close(open.stream);
    if (!table) {
      await other(part);
      continue;
    }
    open ??= {
      table,
      stream: client.query(copyFrom(`copy ${quoted(table)} (${(columns.get(table) ?? []).map(quoted).join(', ')}) from stdin`)),
    };
    await write(open.stream, await unpack(part.bytes));
  }
  if (open) await close(open.stream);
}

async function write(stream: CopyStreamQuery, bytes: Buffer): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    stream.once('error', reject);
    stream.write(bytes, (error) => {
      stream.off('error', reject);
      if (error) reject(error);
      else resolve();
    });
  });
}

async function close(stream: CopyStreamQuery): Promise<null> {
  stream.end();
  await finished(stream);
  return null;
}

async function assertComplete(client: pg.ClientBase, about: About): Promise<void> {
  for (const { name, rows } of about.tables) {
    const found = await client.query<{ rows: number }>(`select count(*)::integer as rows from ${quoted(name)}`);
    if (found.rows[0]?.rows !== rows)
      throw new BackupProblem(
        'not-the-same',
        `${name} has ${found.rows[0]?.rows} rows after loading, but should have ${rows}: take another back-up.`,
      );
  }
}
