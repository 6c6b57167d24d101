import { sql } from 'kysely';
import { SettingsError } from '#foundation/settings.ts';
import type { Database } from './database.ts';

/**
 * What the database must promise before Huiyin acknowledges a single voice: version 15–18, and a commit that
 * survives a crash (fsync, full_page_writes, synchronous_commit). Throws SettingsError saying what to change.
 */
export async function assertTrustworthy(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`select name, setting from pg_settings
    where name in ('server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')`.execute(db);
  const setting = new Map(rows.map((row) => [row.name, row.setting]));
  const major = Math.floor(Number(setting.get('server_version_num')) / 10000);
  if (major < 15) throw new SettingsError(`PostgreSQL ${major} is too old: Huiyin needs 15, 16, 17 or 18. Upgrade it first.`);
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    if (setting.get(name) === 'off') {
      throw new SettingsError(`The database runs with ${name}=off and could lose voices in a crash: set ${name}=on and restart it.`);
    }
  }
}
