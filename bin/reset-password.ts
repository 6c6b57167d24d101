import { connect, disconnect } from '#foundation/server/database.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { Missing } from '#foundation/refusal.ts';
import { readSettings, SettingsError } from '#foundation/settings.ts';
import { resetSignIn } from '#community/people/index.ts';
import { openDatabase } from './open-database.ts';

// For the operator at the machine: node bin/reset-password.ts USERNAME. Prints a one-time password, lets go of the
// authenticator, and leaves a line in the security log. Works beside a running Huiyin as well as without one.

const username = process.argv[2];
try {
  if (!username) throw new SettingsError('Whose password? node bin/reset-password.ts USERNAME');
  const { url, close } = await openDatabase(readSettings());
  connect(url, 2);
  // The owner is told by the queues of the running Huiyin.
  await openJobs(url, false);
  try {
    const password = await resetSignIn(username);
    console.log(`One-time password for ${username}: ${password}`);
    console.log(
      'It works for 7 days, at /staff/sign-in. Hand it over in person; a new password and a new authenticator are asked for at once.',
    );
  } finally {
    await closeJobs();
    await disconnect();
    await close();
  }
} catch (error) {
  if (error instanceof Missing) console.error(`Nobody here has the username ${username}.`);
  else if (error instanceof SettingsError) console.error(error.message);
  else throw error;
  process.exitCode = 1;
}
