import { assertLedgerGoesOn, LedgerHalt } from '#ledger/index.ts';
import { connect, disconnect } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { SettingsError, type Settings } from '#foundation/settings.ts';
import { replayErasures } from '#community/people/index.ts';

/**
 * What must hold before anybody is let in: the ledger goes on where it was signed last, and nobody who was erased has come
 * back with an old copy. Throws SettingsError with what to do when the ledger does not go on.
 */
export async function beforeOpening(settings: Settings, url: string, say: (sentence: string) => void): Promise<void> {
  const db = connect(url, 2);
  try {
    await openFolder(settings);
    await assertLedgerGoesOn(db, settings.HUIYIN_KEYS);
    const returned = await replayErasures();
    if (returned > 0) say(`Erased again what an old copy had brought back (${returned})`);
  } catch (error) {
    if (!(error instanceof LedgerHalt)) throw error;
    throw new SettingsError(error.message);
  } finally {
    await disconnect();
  }
}
