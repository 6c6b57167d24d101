import { join } from 'node:path';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { askOf, bearWitness, moveIn } from '#tests/ledger/neighbour.ts';
import { newBirth, queueLines } from '#tests/ledger/scratch-log.ts';
import { database } from '#foundation/server/database.ts';
import { findLedgerState } from '../log/find-ledger-state.ts';
import { goOn } from '../log/run-ledger.ts';
import { takeHome } from '../receipts/take-home.ts';
import { formatTlogProof } from '../receipts/tlog-proof.ts';
import { readClaim } from '../verify-page/claim.ts';
import { judge } from '../verify-page/verdict.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { findWitnessKeys, findWitnessState } from './find-witness-state.ts';

useDatabase();

it('a receipt carries the confirmation in every form, and the checking page says whose it is', async () => {
  const birth = newBirth();
  const keysFolder = birth.keysFolder;
  const house = { keysFolder, policyFile: join(keysFolder, 'policy'), logsFile: join(keysFolder, 'logs'), allowPrivate: true };
  await goOn(database(), birth);
  const [id = ''] = await queueLines(4);
  await goOn(database(), birth);
  const { origin, vkey } = (await findLedgerState()) ?? expect.fail('a ledger');
  const us = { house, vkey, origin };
  const east = await moveIn('east');
  expect(await findWitnessState(house)).toMatchObject({ protection: 'none', confirmed: null, witnesses: [], vkey: null });
  bearWitness(east, us);
  askOf(us, east);
  const before = await takeHome(id);
  expect(await askWitnesses(database(), house)).toMatchObject({ confirmed: 1 });
  const after = (await takeHome(id)) ?? expect.fail('a proof');
  const { vkeys, policy } = await findWitnessKeys(house);
  expect(policy).not.toContain('http');
  const pinned = { origin, vkey, witnesses: vkeys, policy };
  const line = async (text: string) => {
    const claim = (await readClaim(text)) ?? expect.fail('readable');
    return (await judge(claim, pinned, () => null)).lines[0];
  };
  expect(await line(before?.letters ?? '')).toMatchObject({ signed: 'good', quorum: 'missed', witnesses: [] });
  for (const text of [after.letters, formatTlogProof(after.proof)]) {
    const witness = { name: 'east.example/ledger/witness', operator: 'Neighbour 0', own: false, outcome: 'good' };
    expect(await line(text)).toMatchObject({ signed: 'good', quorum: 'met', witnesses: [witness] });
  }
  expect(await findWitnessState(house)).toMatchObject({
    problem: null,
    protection: 'one',
    confirmed: { size: 4 },
    witnesses: [{ name: 'east.example/ledger/witness', operator: 'Neighbour 0', own: false, seen: { size: 4 }, failing: null }],
  });
  await east.close();
});
