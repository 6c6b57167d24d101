import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, disconnect } from '#foundation/server/database.ts';
import { startEmbeddedDatabase } from '#foundation/server/embedded-database.ts';
import { Missing } from '#foundation/refusal.ts';
import { readSettings, SettingsError } from '#foundation/settings.ts';
import { resetSignIn } from '#community/people/index.ts';

// For the operator at the machine: node bin/reset-password.ts USERNAME. Prints a one-time password, lets go of the
// authenticator, and leaves a line in the security log. Works beside a running Huiyin as well as without one.

const username = process.argv[2];
try {
  if (!username) throw new SettingsError('Whose password? node bin/reset-password.ts USERNAME');
  const { url, close } = await open();
  connect(url, 2);
  try {
    const password = await resetSignIn(username);
    console.log(`One-time password for ${username}: ${password}`);
    console.log(
      'It works for 7 days, at /staff/sign-in. Hand it over in person; a new password and a new authenticator are asked for at once.',
    );
  } finally {
    await disconnect();
    await close();
  }
} catch (error) {
  if (error instanceof Missing) console.error(`Nobody here has the username ${username}.`);
  else if (error instanceof SettingsError) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}

/** The database: the one that runs already, or else started for this and stopped again. */
async function open(): Promise<{ url: string; close: () => Promise<void> }> {
  const settings = readSettings();
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
