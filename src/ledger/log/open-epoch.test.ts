import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { newBirth, queueLines, signedElsewhere } from '#tests/ledger/scratch-log.ts';
import { database } from '#foundation/server/database.ts';
import { checkLedger } from './check-ledger.ts';
import { findLedgerState } from './find-ledger-state.ts';
import { findProof } from './find-proof.ts';
import { findTile } from './find-tile.ts';
import { openEpoch } from './open-epoch.ts';
import { goOn } from './run-ledger.ts';
import { sequenceQueue } from './sequence-queue.ts';
import { assertLedgerGoesOn } from './why-not-go-on.ts';

useDatabase();

const birth = newBirth();
const state = async () => (await findLedgerState()) ?? expect.fail('there is a log');
const halted = (code: string) => expect.objectContaining({ code });

it('a new epoch says what was signed last, carries over what was not, and is refused by nobody but those who go back', async () => {
  await queueLines(4);
  await goOn(database(), birth);
  const old = await state();
  const [late] = await queueLines(1);
  await sequenceQueue(database(), birth.keysFolder);
  const [waiting] = await queueLines(1);
  const log = await openEpoch(database(), birth, 'the disk was lost');
  await goOn(database(), birth);
  const [first, carried, newer] = await linesOf(log.origin);
  expect(log.origin).toBe(`voices.example.org/ledger/${old.epoch + 1}`);
  expect(first).toMatchObject({
    index: 0,
    leaf: { t: 'log.epoch', p: { reason: 'the disk was lost', lastSigned: { origin: old.origin, size: String(old.size) } } },
  });
  expect(carried?.index).toBe(1);
  expect(newer?.index).toBe(2);
  expect((await findProof(late ?? ''))?.origin).toBe(log.origin);
  expect((await findProof(waiting ?? ''))?.origin).toBe(log.origin);
  expect((await state()).earlier.at(-1)).toMatchObject({ epoch: old.epoch, reason: 'the disk was lost' });
  expect(await findTile('0/000.p/1', { epoch: old.epoch })).toHaveLength(32);
  await checkLedger();
  // The database from before the epoch would now be "another log".
  const { origin } = await state();
  writeFileSync(join(birth.keysFolder, 'last-signed'), await signedElsewhere(birth, origin.replace(/\d+$/, '999'), 3));
  await expect(assertLedgerGoesOn(database(), birth.keysFolder)).rejects.toEqual(halted('other_log'));
});

async function linesOf(origin: string): Promise<{ index: number; leaf: unknown }[]> {
  const rows = await database()
    .selectFrom('ledger_leaves')
    .innerJoin('ledger_logs', 'ledger_logs.id', 'ledger_leaves.log_id')
    .select(['index', 'entry'])
    .where('origin', '=', origin)
    .orderBy('index')
    .execute();
  return rows.map(({ index, entry }) => ({ index, leaf: JSON.parse(entry.toString()) }));
}
