import { mkdirSync } from 'node:fs';
import { openForRestore, restoreBackup, rowsIn, rowsOf } from '#foundation/backup/index.ts';
import { claimDataFolder } from '#foundation/server/data-folder-lock.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';
import { beforeOpening } from './before-opening.ts';
import { progressLine } from './progress-line.ts';

// npm run restore -- <file> [--this-one]: puts a back-up into an empty data folder, or into your own empty database.

const say = (sentence: string) => console.log(`· ${sentence} …`);
const file = process.argv.slice(2).find((word) => !word.startsWith('--'));
try {
  if (!file) throw new SettingsError('Say which back-up: npm run restore -- data.backups/huiyin-….backup');
  await restore(readSettings(), file, process.argv.includes('--this-one'));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function restore(settings: Settings, path: string, thisOne: boolean): Promise<void> {
  const about = await openForRestore(settings.HUIYIN_KEYS, path, { thisOne });
  mkdirSync(settings.HUIYIN_DATA, { recursive: true });
  const cluster = settings.DATABASE_URL ? null : await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA, say });
  const url = settings.DATABASE_URL ?? cluster?.url ?? '';
  const release = cluster ? await claimDataFolder(url, settings.HUIYIN_DATA) : async () => {};
  try {
    await openFolder(settings);
    const place = { url, data: settings.HUIYIN_DATA, keys: settings.HUIYIN_KEYS };
    await restoreBackup(place, path, about, progressLine({ checking: 'Checking the file', copying: 'Putting everything back' }));
    console.log(`Restored as of ${about.madeAt}: ${rowsOf(about)} rows, ${rowsIn(about, 'voices')} voices. Everybody signs in again.`);
    await beforeOpening(settings, url, say);
    console.log('Start with npm start. Then look over roles and access tokens: what was ended after this back-up is back.');
  } finally {
    await release();
    await cluster?.stop();
  }
}
