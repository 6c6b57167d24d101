import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import type { Settings } from '#foundation/settings.ts';

/** The database for a command at the machine: the one that runs already, or else started for this and stopped again. */
export async function openDatabase(settings: Settings): Promise<{ url: string; close: () => Promise<void> }> {
  if (settings.DATABASE_URL) return { url: settings.DATABASE_URL, close: async () => {} };
  const before = postmasterOf(settings.HUIYIN_DATA);
  const cluster = await startEmbeddedDatabase({ folder: settings.HUIYIN_DATA });
  const adopted = before !== null && before === postmasterOf(settings.HUIYIN_DATA);
  return { url: cluster.url, close: async () => (adopted ? undefined : cluster.stop()) };
}

function postmasterOf(folder: string): string | null {
  const file = join(folder, 'postgres', 'postmaster.pid');
  return existsSync(file) ? (readFileSync(file, 'utf8').split('\n')[0] ?? null) : null;
}
