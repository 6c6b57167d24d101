import { connect, disconnect } from '#foundation/server/database.ts';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { assertKeysFit } from '#foundation/personal/assert-keys-fit.ts';
import { rotateKeys } from '#foundation/personal/rotate-keys.ts';
import { readSettings, SettingsError } from '#foundation/settings.ts';
import { openDatabase } from './open-database.ts';

// npm run keys:rotate: a new generation of the keys that guard personal data. Works beside a running Huiyin as well as
// without one, and may be stopped and run again at any time.

try {
  const settings = readSettings();
  const { personal } = await openKeysFolder(settings);
  const { url, close } = await openDatabase(settings);
  const db = connect(url, 2);
  try {
    await assertKeysFit(db, personal);
    const generation = await rotateKeys(db, personal.provider, (done, of) => console.log(`· ${done} of ${of} keys are wrapped anew`));
    console.log(`Generation ${generation} of the keys is in use. Make a new copy of ${settings.HUIYIN_KEYS} and keep it apart.`);
    console.log(
      'Keep the older copies as long as you keep back-ups from before today: those need the older generations, which are in the new copy, too.',
    );
  } finally {
    await disconnect();
    await close();
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
