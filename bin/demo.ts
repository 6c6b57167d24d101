import { mkdirSync } from 'node:fs';
import { connect, disconnect } from '#foundation/server/database.ts';
import { claimDataFolder } from '#foundation/server/data-folder-lock.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { Refused } from '#foundation/refusal.ts';
import { readSettings, SettingsError } from '#foundation/settings.ts';
import { plantTown } from './plant-demo-town.ts';

// node bin/demo.ts [small|full]: plants the demo town into the configured, still empty installation. Stop Huiyin first.

try {
  await plant(process.argv[2] ?? 'small');
} catch (error) {
  if (!(error instanceof SettingsError) && !(error instanceof Refused)) throw error;
  console.error(error instanceof SettingsError ? error.message : 'Somebody lives here already: the demo town needs an empty installation.');
  process.exitCode = 1;
}

async function plant(size: string): Promise<void> {
  if (size !== 'small' && size !== 'full') throw new SettingsError('Say which town: node bin/demo.ts small, or full.');
  const settings = readSettings();
  mkdirSync(settings.HUIYIN_DATA, { recursive: true });
  const say = (sentence: string) => console.log(`· ${sentence} …`);
  const cluster = settings.DATABASE_URL ? null : await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA, say });
  const url = settings.DATABASE_URL ?? cluster?.url ?? '';
  const release = cluster ? await claimDataFolder(cluster.url, settings.HUIYIN_DATA) : async () => {};
  try {
    await migrate(connect(url, 2), { keys: await openKeysFolder(settings) });
    await disconnect();
    await plantTown(settings, url, size, { ifEmpty: false });
  } finally {
    await release();
    await cluster?.stop();
  }
}
