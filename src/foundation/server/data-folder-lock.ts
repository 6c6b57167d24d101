import pg from 'pg';
import { SettingsError } from '#foundation/settings.ts';

/**
 * Makes this process the only one on the embedded database, by a lock the database itself lets go of when the process
 * dies, however it dies. Returns the release. Throws SettingsError when another instance holds it.
 */
export async function claimDataFolder(url: string, folder: string): Promise<() => Promise<void>> {
  const holder = new pg.Client({ connectionString: url, application_name: 'huiyin-lock' });
  await holder.connect();
  // A killed predecessor's lock goes when the database notices the closed connection, which may take a moment.
  for (let tries = 0; tries < 10; tries++) {
    const { rows } = await holder.query<{ free: boolean }>('select pg_try_advisory_lock(20260101) as free');
    if (rows[0]?.free) {
      holder.on('error', () => {});
      return () => holder.end();
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await holder.end();
  throw new SettingsError(
    `Another Huiyin is already running on ${folder}: use that one, stop it first, or set HUIYIN_DATA to another folder.`,
  );
}
