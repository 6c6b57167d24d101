import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { rootByDefinition } from '#tests/ledger/reference-tree.ts';
import { newBirth, queueLines, signedElsewhere } from '#tests/ledger/scratch-log.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { database } from '#foundation/server/database.ts';
import { sha256 } from '../merkle/sha256.ts';
import { hashLeaf, verifyInclusion } from '../merkle/verify.ts';
import { checkLedger } from './check-ledger.ts';
import { findConsistency } from './find-consistency.ts';
import { findLedgerState } from './find-ledger-state.ts';
import { findProof } from './find-proof.ts';
import { openEpoch } from './open-epoch.ts';
import { openLog } from './open-log.ts';
import { goOn, runLedger } from './run-ledger.ts';
import { sequenceQueue } from './sequence-queue.ts';
import { signHead } from './sign-head.ts';
import { assertLedgerGoesOn } from './why-not-go-on.ts';

// One database, one epoch after another: each test begins a log of its own.
useDatabase();
let birth = newBirth();

beforeEach(async () => {
  birth = newBirth();
  const before = await findLedgerState();
  if (before) {
    await openEpoch(database(), birth, 'a new test');
    await goOn(database(), birth);
  } else await goOn(database(), birth);
});

const state = async () => (await findLedgerState()) ?? expect.fail('there is a log');
const halted = (code: string) => expect.objectContaining({ code });

it('L4: in whatever batches, every line gets one place, every checkpoint the root of the definition, every line a proof', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 30 }),
      async (batches, most) => {
        const ids: string[] = [];
        for (const count of batches) {
          ids.push(...(await queueLines(count)));
          while ((await sequenceQueue(database(), birth.keysFolder, most)) > 0);
          await goOn(database(), birth);
        }
        const { size, root, waiting } = await state();
        const entries = await allEntries();
        expect(waiting).toBe(0);
        expect(size).toBe(entries.length);
        expect(root?.equals(rootByDefinition(entries, sha256))).toBe(true);
        for (const id of ids.slice(0, 5)) {
          const proof = (await findProof(id)) ?? expect.fail('a proof');
          const leafHash = await hashLeaf(proof.entry, sha256);
          const claim = { index: BigInt(proof.index), size: BigInt(proof.size), leafHash, path: proof.path, root: root ?? Buffer.of() };
          expect(await verifyInclusion(claim, sha256)).toBe(true);
        }
        expect(new Set(await places(ids)).size).toBe(ids.length);
      },
    ),
    { numRuns: 5 },
  );
  await checkLedger();
});

it('what is said once stands there once, also when said again later', async () => {
  const say = () =>
    database()
      .transaction()
      .execute((trx) =>
        appendToLedger({ trx, now: new Date() }, { type: 'release', plain: { version: birth.keysFolder }, once: birth.keysFolder }),
      );
  const [first, again] = [await say(), await say()];
  await goOn(database(), birth);
  const later = await say();
  await goOn(database(), birth);
  expect(again).toBe(first);
  expect(later).toBe(first);
  expect(await places([first])).toHaveLength(1);
  expect((await state()).waiting).toBe(0);
});

it('a line of a transaction that fails is never there', async () => {
  const before = (await state()).sequenced;
  await database()
    .transaction()
    .execute(async (trx) => {
      await appendToLedger({ trx, now: new Date() }, { type: 'test.line' });
      throw new Error('no');
    })
    .catch(() => null);
  await goOn(database(), birth);
  expect((await state()).sequenced).toBe(before);
});

it('two processes at once make one log without a gap', async () => {
  const queued: Promise<string[]>[] = [];
  const working = Array.from({ length: 3 }, async () => {
    for (let turn = 0; turn < 12; turn++) {
      await sequenceQueue(database(), birth.keysFolder, 17);
      await goOn(database(), birth);
    }
  });
  for (let at = 0; at < 8; at++) queued.push(queueLines(20));
  const ids = (await Promise.all(queued)).flat();
  await Promise.all(working);
  await goOn(database(), birth);
  expect(new Set(await places(ids)).size).toBe(160);
  await checkLedger();
});

it('runs by itself and stops when told', async () => {
  const running = runLedger(birth);
  const [id] = await queueLines(1);
  await expect.poll(() => findProof(id ?? ''), { timeout: 4000 }).not.toBeNull();
  await running.stop();
});

describe('the signer', () => {
  it('goes on after a kill between placing and signing', async () => {
    const ids = await queueLines(5);
    await sequenceQueue(database(), birth.keysFolder);
    expect(await findProof(ids[0] ?? '')).toBeNull();
    await goOn(database(), birth);
    expect(await findProof(ids[4] ?? '')).not.toBeNull();
  });

  it('goes on after a kill between the file and the publication', async () => {
    await queueLines(3);
    await sequenceQueue(database(), birth.keysFolder);
    const { key } = await openLog(database(), birth);
    const before = (await state()).size;
    const killed = { written: () => Promise.reject(new Error('killed')) };
    await expect(signHead(database(), birth.keysFolder, key, killed)).rejects.toThrow('killed');
    expect((await state()).size).toBe(before);
    expect(readFileSync(join(birth.keysFolder, 'last-signed'), 'utf8')).toContain(`\n${before + 3}\n`);
    await goOn(database(), birth);
    expect((await state()).size).toBe(before + 3);
  });

  it('refuses a database that is behind what was signed', async () => {
    await queueLines(2);
    await goOn(database(), birth);
    const { origin } = await state();
    const ahead = await signedElsewhere(birth, origin, 1_000_000);
    writeFileSync(join(birth.keysFolder, 'last-signed'), ahead);
    await queueLines(1);
    const before = await state();
    await expect(assertLedgerGoesOn(database(), birth.keysFolder)).rejects.toEqual(halted('behind'));
    await expect(goOn(database(), birth)).rejects.toEqual(halted('behind'));
    await expect(sequenceQueue(database(), birth.keysFolder)).rejects.toEqual(halted('behind'));
    const after = await state();
    expect(after).toMatchObject({ size: before.size, sequenced: before.sequenced, waiting: 1, halted: { code: 'behind' } });
    expect(readFileSync(join(birth.keysFolder, 'last-signed'), 'utf8')).toBe(ahead);
  });

  it('refuses another history of the same length, and goes on when the right file is back', async () => {
    await queueLines(2);
    await goOn(database(), birth);
    const right = readFileSync(join(birth.keysFolder, 'last-signed'));
    const { origin, size } = await state();
    writeFileSync(join(birth.keysFolder, 'last-signed'), await signedElsewhere(birth, origin, size));
    await queueLines(1);
    await expect(goOn(database(), birth)).rejects.toEqual(halted('fork'));
    expect((await state()).halted?.code).toBe('fork');
    writeFileSync(join(birth.keysFolder, 'last-signed'), right);
    await goOn(database(), birth);
    expect((await state()).halted).toBeNull();
    expect((await state()).size).toBe(size + 1);
  });

  it.each([
    ['last-signed', 'last_signed_missing'],
    ['ledger.key', 'key_missing'],
  ])('stops when %s is gone', async (file, code) => {
    await queueLines(1);
    rmSync(join(birth.keysFolder, file));
    await expect(goOn(database(), birth)).rejects.toEqual(halted(code));
    expect(existsSync(join(birth.keysFolder, file))).toBe(false);
  });

  it('stops at a key or a file that is not its own', async () => {
    await queueLines(1);
    writeFileSync(join(birth.keysFolder, 'last-signed'), 'nonsense');
    await expect(goOn(database(), birth)).rejects.toEqual(halted('last_signed_damaged'));
    const other = newBirth();
    await openEpoch(database(), other, 'another key');
    rmSync(join(birth.keysFolder, 'last-signed'));
    await expect(goOn(database(), birth)).rejects.toEqual(halted('other_key'));
  });
});

it('proves that it continues an earlier size', async () => {
  await queueLines(300);
  await goOn(database(), birth);
  const { origin, size } = await state();
  expect((await findConsistency(origin, 3))?.size).toBe(size);
  expect(await findConsistency(origin, size + 1)).toBeNull();
  expect(await findConsistency('nobody/ledger/1', 0)).toBeNull();
});

async function allEntries(): Promise<Buffer[]> {
  const { epoch } = await state();
  const rows = await database().selectFrom('ledger_leaves').select('entry').where('log_id', '=', epoch).orderBy('index').execute();
  return rows.map((row) => row.entry);
}

async function places(ids: string[]): Promise<number[]> {
  const rows = await database().selectFrom('ledger_leaves').select('index').where('id', 'in', ids).execute();
  return rows.map((row) => row.index);
}
