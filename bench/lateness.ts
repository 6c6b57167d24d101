import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { connect, disconnect } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { readSettings } from '#foundation/settings.ts';
import { readTable } from '#foundation/spreadsheets/index.ts';
import { findLateness, guessColumns, importTickets, mostTickets } from '#listen/hotline/index.ts';
import { cloneDatabase, makeTemplate, testServer } from '#tests/template-database.ts';
import { makeWorld } from '#tests/world.ts';

// npm run bench:lateness -- requests.csv [out.csv]: brings a file of tickets (number, received, due and closed dates) in as
// a clerk would, in a database made for it, and writes how they kept their dates: id,due,closed,late. Times are those on
// the wall, as in the file. Without out.csv it is lateness.csv in the current folder.

const { positionals } = parseArgs({ allowPositionals: true });
const [source, target = 'lateness.csv'] = positionals;
if (!source) {
  console.error('npm run bench:lateness -- requests.csv [out.csv]');
  process.exit(2);
}

const table = await readTable(readFileSync(source), basename(source));
const columns = guessColumns(table.header);
const folder = mkdtempSync(join(tmpdir(), 'huiyin-lateness-'));
const server = await testServer();
const clone = await cloneDatabase(server.url, await makeTemplate(server.url));
try {
  connect(clone.url, 4);
  await openJobs(clone.url, false);
  await openFolder(readSettings({ HUIYIN_DATA: folder }));
  await measure();
} finally {
  await closeJobs();
  await disconnect();
  await clone.drop();
  await server.stop();
  for (const made of [folder, `${folder}.keys`, `${folder}.backups`]) rmSync(made, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const { worker, communityId } = await makeWorld();
  const began = performance.now();
  let [added, leftOut] = [0, 0];
  for (let from = 0; from < table.rows.length; from += mostTickets) {
    const part = { ...table, rows: table.rows.slice(from, from + mostTickets) };
    const imported = await importTickets(worker, communityId, { mapping: basename(source ?? ''), columns, bad: 'leave_out' }, part);
    added += imported.added;
    leftOut += new Set(imported.problems.map(({ line }) => line)).size;
  }
  const seconds = (performance.now() - began) / 1000;
  const lines = (await findLateness(worker, communityId)).map(
    ({ number, due, closed, late }) => `${quoted(number)},${wall(due)},${wall(closed)},${late}`,
  );
  writeFileSync(target, `id,due,closed,late\n${lines.join('\n')}\n`);
  const late = lines.filter((line) => line.endsWith('true')).length;
  console.log(
    `columns: ${Object.entries(columns)
      .map(([field, at]) => `${field} = ${table.header[at] ?? ''}`)
      .join(', ')}`,
  );
  console.log(`${added} tickets in ${seconds.toFixed(1)} s, ${leftOut} rows left out; ${late} of ${lines.length} late; ${target}`);
}

/** ISO 8601 without a zone, as the file has none. */
function wall(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19);
}

function quoted(id: string): string {
  return /[",\r\n]/.test(id) ? `"${id.replaceAll('"', '""')}"` : id;
}
