import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkBackup, makeBackup, openBackupKey, rowsIn, rowsOf, BackupProblem, type MadeBackup } from '#foundation/backup/index.ts';
import { claimDataFolder } from '#foundation/server/data-folder-lock.ts';
import { runningDatabase, startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';
import { examineLedger, logBackup } from './examine-ledger.ts';
import { progressLine } from './progress-line.ts';

// npm run backup: makes a back-up and tries it, also while Huiyin runs. npm run backup -- check <file>: reads one again.

const [what, file] = process.argv.slice(2).filter((word) => word !== '--quiet');
const quiet = process.argv.includes('--quiet');
try {
  const settings = readSettings();
  if (what === undefined) await backUp(settings);
  else if (what === 'check' && file) await check(settings, file);
  else throw new SettingsError('Say: npm run backup, or npm run backup -- check <file>.');
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  // Somebody else is at it already: what was wanted is being done.
  process.exitCode = error instanceof BackupProblem && error.code === 'under-way' ? 0 : 1;
}

async function backUp(settings: Settings): Promise<void> {
  const { url, leave } = await database(settings);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  try {
    const place = { url, data: settings.HUIYIN_DATA, keys: settings.HUIYIN_KEYS, backups: settings.HUIYIN_BACKUPS };
    const made = await makeBackup(place, {
      version: version(),
      signal: stop.signal,
      examine: examineLedger,
      ...(!quiet && { progress: progressLine() }),
    });
    await logBackup(url, made);
    if (!quiet) tell(made, settings);
  } finally {
    await leave();
  }
}

function tell({ path, bytes, how, about, deleted }: MadeBackup, settings: Settings): void {
  const tried =
    how === 'restored'
      ? 'read back, restored for trial and found complete'
      : 'read back and found complete (this database user may not make databases, so it was not restored for trial)';
  console.log(`Back-up made: ${path}`);
  console.log(`  ${(bytes / 2 ** 20).toFixed(1)} MB, ${rowsOf(about)} rows, ${rowsIn(about, 'voices')} voices; ${tried}.`);
  if (deleted.length > 0) console.log(`  Older ones deleted by rotation: ${deleted.length}.`);
  console.log(
    `  It can be opened only with the keys in ${settings.HUIYIN_KEYS}: keep a copy of them away from this machine, apart from the back-ups.`,
  );
}

/** The running database, or one started for as long as the copying takes. */
async function database(settings: Settings): Promise<{ url: string; leave: () => Promise<void> }> {
  const url = settings.DATABASE_URL ?? (await runningDatabase(settings.HUIYIN_DATA));
  if (url) return { url, leave: async () => {} };
  const cluster = await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA, say: (sentence) => quiet || console.log(`· ${sentence} …`) });
  const release = await claimDataFolder(cluster.url, settings.HUIYIN_DATA);
  return {
    url: cluster.url,
    leave: async () => {
      await release();
      await cluster.stop();
    },
  };
}

async function check(settings: Settings, path: string): Promise<void> {
  const { identity } = await openBackupKey(settings.HUIYIN_KEYS);
  const about = await checkBackup(path, identity, { progress: progressLine() });
  console.log(
    `${path} is whole: made ${about.madeAt} by Huiyin ${about.version}, ${rowsOf(about)} rows, ${rowsIn(about, 'voices')} voices.`,
  );
}

function version(): string {
  const { version: text }: { version: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'));
  return text;
}
