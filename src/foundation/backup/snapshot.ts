import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { rowsOf, type About } from './about.ts';
import { BackupProblem } from './backup-problem.ts';
import { keyPrints } from './key-prints.ts';
import { jobLines, pendingJobs } from './pending-jobs.ts';
import { pictureNames } from './picture-files.ts';
import type { Place, Progress } from './place.ts';
import { migrationsOf, plainSession, quoted, sequencesOf, tablesOf } from './tables-of.ts';
import type { Part } from './tar.ts';

// The town at one moment: every table as it stood when the transaction began, however long the copying takes.

const pack = promisify(gzip);
const slice = 4 * 1024 * 1024;
/** For the progress shown: a picture takes about as long as so many rows. */
const rowsPerPicture = 200;

/** Opens the moment, and says what will be copied. `client` must be given to nobody else until the transaction ends. */
export async function openSnapshot(client: pg.ClientBase, keysFolder: string, version: string): Promise<About> {
  await client.query(plainSession);
  await client.query('begin isolation level repeatable read read only');
  const migrations = await migrationsOf(client);
  if (migrations.length === 0) throw new BackupProblem('refused', 'There is nothing to back up yet: start Huiyin first.');
  const tables = [];
  for (const table of await tablesOf(client)) {
    const { rows } = await client.query<{ rows: number }>(`select count(*)::integer as rows from ${quoted(table.name)}`);
    tables.push({ ...table, rows: rows[0]?.rows ?? 0 });
  }
  const { rows } = await client.query<{ now: Date }>('select now() as now');
  return {
    format: 1,
    madeAt: (rows[0]?.now ?? new Date()).toISOString(),
    version,
    migrations,
    tables,
    sequences: await sequencesOf(client),
    jobs: (await pendingJobs(client)).length,
    keys: await keyPrints(keysFolder),
    ledger: await ledgerOf(client),
  };
}

/** All parts but the last (the sums): `about.json`, the tables in slices, the jobs, then the pictures, which may be newer. */
export async function* snapshotParts(client: pg.ClientBase, about: About, place: Place, progress: Progress): AsyncGenerator<Part> {
  yield { name: 'about.json', bytes: Buffer.from(`${JSON.stringify(about, null, 1)}\n`) };
  const jobs = await pack(jobLines(await pendingJobs(client)));
  let done = 0;
  const pictures = await pictureNames(place.data);
  const all = rowsOf(about) + rowsPerPicture * pictures.length;
  for (const table of about.tables) {
    for await (const part of tableParts(client, table)) {
      yield part;
      progress('copying', done + part.rows, all);
    }
    done += table.rows;
  }
  yield { name: 'jobs.jsonl.gz', bytes: jobs };
  // Listed again: a picture put down meanwhile may belong to a voice the transaction already sees.
  for (const name of await pictureNames(place.data)) {
    const bytes = await readFile(join(place.data, name)).catch(nullWhenErased);
    if (bytes) yield { name, bytes };
    done += rowsPerPicture;
    progress('copying', Math.min(all, done), all);
  }
}

type TablePart = Part & { rows: number };

async function* tableParts(client: pg.ClientBase, table: About['tables'][number]): AsyncGenerator<TablePart> {
  const copy = client.query(copyTo(`copy (select ${table.columns.map(quoted).join(', ')} from ${quoted(table.name)}) to stdout`));
  let waiting: Buffer[] = [];
  let length = 0;
  let number = 0;
  let rows = 0;
  const part = async (): Promise<TablePart> => {
    const bytes = await pack(Buffer.concat(waiting));
    [waiting, length] = [[], 0];
    number += 1;
    return { name: `tables/${table.name}/${String(number).padStart(5, '0')}.gz`, bytes, rows };
  };
  for await (const chunk of copy) {
    waiting.push(chunk);
    length += chunk.length;
    rows += lineEnds(chunk);
    if (length >= slice) yield await part();
  }
  if (length > 0) yield await part();
  if (rows !== table.rows) throw new Error(`${table.name}: ${rows} rows came, ${table.rows} were counted`);
}

/** In COPY's text form every row is one line, whatever is written in it. */
function lineEnds(chunk: Buffer): number {
  let count = 0;
  for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) count += 1;
  return count;
}

/** Size and root of the open log at that moment; null while the schema has none or it was never begun. */
async function ledgerOf(client: pg.ClientBase): Promise<About['ledger']> {
  const { rows: there } = await client.query<{ there: boolean }>(`select to_regclass('public.ledger_heads') is not null as there`);
  if (!there[0]?.there) return null;
  const { rows } = await client.query<{ size: number; root: string }>(
    `select size::integer as size, encode(root, 'base64') as root from ledger_heads
    join ledger_logs on ledger_logs.id = ledger_heads.log_id where closed_at is null`,
  );
  return rows[0] ?? null;
}

function nullWhenErased(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
  throw error;
}
