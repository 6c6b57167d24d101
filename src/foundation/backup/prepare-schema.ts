import { migrate, migrationNames } from '#foundation/server/migrate.ts';
import { openBeside } from '#foundation/server/database.ts';
import type { About } from './about.ts';
import { BackupProblem } from './backup-problem.ts';

/** Brings an empty database to exactly the schema a back-up was made at. Throws BackupProblem when this version doesn't know it. */
export async function prepareSchema(url: string, { migrations }: About): Promise<void> {
  const last = migrations.at(-1) ?? '';
  const known = migrationNames().filter((name) => name <= last);
  if (known.join() !== migrations.join())
    throw new BackupProblem('refused', 'The back-up was made by a newer Huiyin than this one: update first (git pull), then restore.');
  const db = openBeside(url);
  try {
    await migrate(db, { upTo: last });
  } finally {
    await db.destroy();
  }
}
