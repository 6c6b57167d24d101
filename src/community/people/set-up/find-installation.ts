import { database, type Database } from '#foundation/server/database.ts';

export type InstallationKind = 'real' | 'demo';

/** What this installation is for, and since when; null before it is set up. */
export async function findInstallation(db: Database = database()): Promise<{ kind: InstallationKind; installedAt: Date } | null> {
  const row = await db.selectFrom('installations').select(['kind', 'installed_at']).executeTakeFirst();
  return row ? { kind: row.kind === 'demo' ? 'demo' : 'real', installedAt: row.installed_at } : null;
}

/** Whether the demo town lives here. Anything that opens a door more easily asks this first. */
export async function isDemo(db: Database = database()): Promise<boolean> {
  return (await findInstallation(db))?.kind === 'demo';
}
