import { parseArgs } from 'node:util';
import { connect, database, disconnect } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { openKeysFolder } from '#foundation/server/keys-folder.ts';
import { migrate } from '#foundation/server/migrate.ts';
import { readSettings, SettingsError, type Settings } from '#foundation/settings.ts';
import { assertLedgerGoesOn, checkLedger, findLedgerState, goOn, LedgerHalt, openEpoch } from '#ledger/index.ts';
import { openWitnessKey, PolicyProblem, readKnownLogs, readPolicy, witnessHouse } from '#ledger/witness/index.ts';
import { skipNumbers } from '#listen/voices/index.ts';
import { openDatabase } from './open-database.ts';

// npm run ledger:vkey, ledger:witness-vkey, ledger:fsck, ledger:epoch: the public ledger from the machine it runs on, beside a running Huiyin or without.

const verbs: Record<string, (settings: Settings) => Promise<void>> = {
  vkey: sayKey,
  'witness-vkey': sayWitnessKey,
  fsck: check,
  epoch: beginEpoch,
};
const { positionals, values } = parseArgs({ allowPositionals: true, options: { reason: { type: 'string' } } });

try {
  const verb = verbs[positionals[0] ?? ''];
  if (!verb) throw new SettingsError('Say what: node bin/ledger.ts vkey, witness-vkey, fsck, or epoch --reason "…".');
  const settings = readSettings();
  const { url, close } = await openDatabase(settings);
  connect(url, 3);
  try {
    await verb(settings);
  } finally {
    await disconnect();
    await close();
  }
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

/** One line to print, to pin, to hang up: with it anybody can check every checkpoint. */
async function sayKey(): Promise<void> {
  const state = await findLedgerState();
  if (!state) throw new SettingsError('The ledger has not begun yet: start Huiyin once.');
  console.log(state.vkey);
}

/** The key for those who ask us to bear witness; and whether both files about witnesses can be read. */
async function sayWitnessKey(settings: Settings): Promise<void> {
  const key = await openWitnessKey(database(), settings.HUIYIN_KEYS, { make: true });
  if (!key && !(await findLedgerState())) throw new SettingsError('The ledger has not begun yet: start Huiyin once.');
  if (!key) throw new SettingsError('The file witness.key is not in the keys folder: put it back from your backup.');
  console.log(key.vkey);
  const house = witnessHouse(settings);
  await readable(house.policyFile, async () => (await readPolicy(house))?.witnesses.length ?? 0, 'witnesses');
  await readable(house.logsFile, async () => (await readKnownLogs(house)).length, 'ledgers of others');
}

async function readable(file: string, count: () => Promise<number>, what: string): Promise<void> {
  try {
    console.error(`· ${file}: ${await count()} ${what}`);
  } catch (error) {
    if (!(error instanceof PolicyProblem)) throw error;
    throw new SettingsError(`${file}: ${error.message}`);
  }
}

async function check({ HUIYIN_KEYS }: Settings): Promise<void> {
  let shown = -1;
  const progress = (done: number, of: number) => {
    const percent = Math.floor((100 * done) / Math.max(of, 1));
    if (percent !== shown && process.stderr.isTTY) process.stderr.write(`\r· ${done} of ${of} lines … ${percent} %  `);
    else if (percent >= shown + 20) console.error(`· ${done} of ${of} lines …`);
    else return;
    shown = percent;
  };
  try {
    const { logs, leaves, checkpoints } = await checkLedger(progress);
    await assertLedgerGoesOn(database(), HUIYIN_KEYS);
    if (process.stderr.isTTY) process.stderr.write('\r');
    console.log(
      `The ledger holds: ${leaves} lines, ${checkpoints} checkpoints, ${logs} ${logs === 1 ? 'epoch' : 'epochs'}, all recomputed.`,
    );
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new SettingsError(`The ledger does NOT hold: ${error.message}`);
  }
}

/** The last resort. Refused while the ledger can simply go on. */
async function beginEpoch(settings: Settings): Promise<void> {
  const { HUIYIN_KEYS, ORIGIN } = settings;
  const reason = values.reason?.trim();
  if (!reason) throw new SettingsError('Say in public why: npm run ledger:epoch -- --reason "the disk of … was lost on …"');
  await migrate(database(), { keys: await openKeysFolder(settings) });
  const birth = { keysFolder: HUIYIN_KEYS, publicAddress: ORIGIN };
  const halt = await goOn(database(), birth).catch((error: unknown) => {
    if (error instanceof LedgerHalt) return error;
    throw error;
  });
  if (!halt) throw new SettingsError('The ledger goes on as it is; a new epoch would only make everybody pin a new key.');
  if (halt.code === 'standby') throw new SettingsError(`${halt.message} That passes; a new epoch would not help.`);
  await openFolder(settings);
  const log = await openEpoch(database(), birth, reason);
  const skipped = await skipNumbers(log.lost);
  await goOn(database(), birth);
  console.log(`Closed, because: ${halt.message}`);
  if (skipped > 0) console.log(`${log.lost} lines were lost; numbers they may have given out are skipped, and the ledger says which.`);
  console.log(`A new epoch has begun: ${log.origin}`);
  console.log(`Its verifier key, to be published wherever the old one was: ${log.vkey}`);
}
