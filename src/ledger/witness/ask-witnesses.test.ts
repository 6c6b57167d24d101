import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sql } from 'kysely';
import { useDatabase } from '#tests/database.ts';
import { askOf, bearWitness, moveIn, signedBy, type Neighbour } from '#tests/ledger/neighbour.ts';
import { exampleResponse } from '#tests/ledger/witness-examples.ts';
import { openEpoch } from '../log/open-epoch.ts';
import { goOn } from '../log/run-ledger.ts';
import { askWitnesses } from './ask-witnesses.ts';
import { lookAtWitnesses } from './look-at-witness.ts';

// A ledger and its witness: away, lying, mistaken, or right where the ledger is wrong.

useDatabase();
const troubled = (trouble: string) => ({ asked: 1, confirmed: 0, troubles: [{ witness: 'west.example/ledger/witness', trouble }] });
let north: Neighbour;
let west: Neighbour;

beforeAll(async () => {
  [north, west] = [await moveIn('north'), await moveIn('west')];
  bearWitness(west, north);
  askOf(north, west);
  await north.grow(3);
  await askWitnesses(north.db, north.house);
});
afterAll(() => Promise.all([north.close(), west.close()]));

/** As if the pause after a failure were over. */
const waitOver = ({ db }: Neighbour) => sql`update ledger_witnesses set ask_after = now()`.execute(db);

it('goes on while its witness is away, counts the failures, and asks less and less often', async () => {
  askOf(north, { ...west, address: 'http://127.0.0.1:9' });
  await north.grow(1);
  expect(await askWitnesses(north.db, north.house)).toEqual(troubled('unreachable'));
  expect((await askWitnesses(north.db, north.house)).asked).toBe(0);
  await north.grow(1);
  await waitOver(north);
  await askWitnesses(north.db, north.house);
  const row = await north.db
    .selectFrom('ledger_witnesses')
    .selectAll()
    .select(sql<number>`extract(epoch from ask_after - clock_timestamp())::int`.as('pause'))
    .executeTakeFirstOrThrow();
  expect(row).toMatchObject({ failures: 2, trouble: 'unreachable' });
  expect(row.pause).toBeGreaterThan(5);
  expect((await signedBy(north)).size).toBe(5);
  askOf(north, west);
  await waitOver(north);
  expect(await askWitnesses(north.db, north.house)).toMatchObject({ confirmed: 1 });
  expect(await north.db.selectFrom('ledger_witnesses').selectAll().executeTakeFirst()).toMatchObject({
    failures: 0,
    trouble: null,
    size: 5,
  });
});

it.each([
  ['a size nobody signed', 409, '1000000\n', 'differs'],
  ['the size it was asked with', 409, '5\n', 'differs'],
  ['that it differs', 409, 'no', 'differs'],
  ['that the proof is wrong', 422, '', 'refused'],
  ['nothing that is known', 500, '', 'refused'],
  ['that it knows nothing of it', 404, '', 'unknown_log'],
  ['somebody else’s cosignature', 200, 'other', 'not_genuine'],
  ['nonsense', 200, '<html>', 'not_genuine'],
])('is not stopped by a witness that answers %s', async (_, status, body, trouble) => {
  const liar = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status).end(body === 'other' ? exampleResponse : body));
  }).listen(0, '127.0.0.1');
  await once(liar, 'listening');
  const address = liar.address();
  askOf(north, { ...west, address: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}` });
  await north.grow(1);
  await waitOver(north);
  expect(await askWitnesses(north.db, north.house)).toEqual(troubled(trouble));
  await north.grow(1);
  askOf(north, west);
  await waitOver(north);
  expect(await askWitnesses(north.db, north.house)).toMatchObject({ confirmed: 1 });
  liar.close();
});

it('says what is wrong with a policy, and asks nobody', async () => {
  writeFileSync(north.house.policyFile, 'quorum nobody\n');
  await expect(askWitnesses(north.db, north.house)).rejects.toThrow('Line 1: a quorum is');
  writeFileSync(north.house.policyFile, `log ${west.vkey}\nwitness w ${west.witnessVkey} ${west.address}\nquorum w\n`);
  await expect(askWitnesses(north.db, north.house)).rejects.toThrow('It names ledgers, but not north.example/ledger/1');
  rmSync(north.house.policyFile);
  expect(await askWitnesses(north.db, north.house)).toEqual({ asked: 0, confirmed: 0, troubles: [] });
  askOf(north, west);
});

it('stands still when a witness shows that keys and database are old ones, until a new epoch says so in public', async () => {
  const keys = mkdtempSync(join(tmpdir(), 'huiyin-old-'));
  cpSync(north.birth.keysFolder, keys, { recursive: true });
  await north.db.destroy();
  const old = await moveIn('north', { keysFolder: keys, database: north.database });
  const now = await moveIn('north', { keysFolder: north.birth.keysFolder, database: north.database });
  // Restarted on what it had: nothing is lost, the witness agrees.
  await lookAtWitnesses(now.db, now.house);
  await now.grow(4);
  expect(await askWitnesses(now.db, now.house)).toMatchObject({ confirmed: 1 });
  await lookAtWitnesses(old.db, old.house);
  await expect(old.grow(1)).rejects.toMatchObject({ code: 'witness' });
  await expect(goOn(old.db, old.birth)).rejects.toThrow('west.example/ledger/witness has seen another ledger');
  expect((await askWitnesses(old.db, old.house)).asked).toBe(0);
  const epoch = await openEpoch(old.db, old.birth, 'the disk was lost');
  await goOn(old.db, old.birth);
  writeFileSync(west.house.logsFile, `log ${epoch.vkey}\n`);
  askOf({ ...old, vkey: epoch.vkey }, west);
  expect(await askWitnesses(old.db, old.house)).toMatchObject({ confirmed: 1 });
  await Promise.all([old.close(), now.close()]);
  rmSync(keys, { recursive: true });
});

it('finds out while it runs, too, by the first refusal', async () => {
  const south = await moveIn('south');
  bearWitness(west, south);
  askOf(south, west);
  await south.grow(4);
  const keys = mkdtempSync(join(tmpdir(), 'huiyin-fork-'));
  cpSync(south.birth.keysFolder, keys, { recursive: true });
  rmSync(join(keys, 'last-signed'));
  const fork = await moveIn('south', { keysFolder: keys });
  await fork.grow(2);
  expect(await askWitnesses(south.db, south.house)).toMatchObject({ confirmed: 1 });
  expect(await askWitnesses(fork.db, fork.house)).toMatchObject({ confirmed: 0 });
  await expect(fork.grow(1)).rejects.toMatchObject({ code: 'witness' });
  await south.grow(1);
  await Promise.all([south.close(), fork.close()]);
  rmSync(keys, { recursive: true });
});
