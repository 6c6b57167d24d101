import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { useDatabase } from '#tests/database.ts';
import { askOf, bearWitness, logOf, moveIn, requestOf, signedBy, sizeKnown, type Neighbour } from '#tests/ledger/neighbour.ts';
import { litewitnessLogKey, litewitnessOrigin, litewitnessRequest } from '#tests/ledger/witness-examples.ts';
import { verifyEd25519 } from '../log/ledger-key.ts';
import { findPublished } from '../log/published-checkpoint.ts';
import { sha256 } from '../merkle/sha256.ts';
import { cosignerType, findCosignature } from '../notes/cosignature.ts';
import { parseNote } from '../notes/signed-note.ts';
import { formatVerifierKey, keyIdOf, parseVerifierKey } from '../notes/verifier-key.ts';
import { addCheckpoint } from './add-checkpoint.ts';
import { askWitnesses } from './ask-witnesses.ts';

// Two installations side by side, each with a database, a ledger and a witness of its own.

useDatabase();
let east: Neighbour;
let west: Neighbour;

beforeAll(async () => {
  [east, west] = [await moveIn('east'), await moveIn('west')];
  bearWitness(east, west);
  bearWitness(west, east);
  askOf(east, west);
  askOf(west, east);
});
afterAll(() => Promise.all([east, west].map((one) => one.close())));

const ask = (witness: Neighbour, body: string) => addCheckpoint(witness.db, witness.house, body);

it('two neighbours confirm each other, and the published checkpoint carries the cosignature', async () => {
  await Promise.all([east.grow(5), west.grow(300)]);
  expect(await askWitnesses(east.db, east.house)).toEqual({ asked: 1, confirmed: 1, troubles: [] });
  expect(await askWitnesses(west.db, west.house)).toEqual({ asked: 1, confirmed: 1, troubles: [] });
  // Nothing new: nobody is asked.
  expect((await askWitnesses(east.db, east.house)).asked).toBe(0);
  await Promise.all([east.grow(700), west.grow(1)]);
  await Promise.all([askWitnesses(east.db, east.house), askWitnesses(west.db, west.house)]);
  for (const [log, witness] of [
    [east, west],
    [west, east],
  ] as const) {
    const published = await findPublished(log.db, (await logOf(log)).id);
    expect(published?.size).toBe((await signedBy(log)).size);
    const key = (await parseVerifierKey(witness.witnessVkey, sha256, cosignerType)) ?? expect.fail('a key');
    const note = parseNote(published?.note ?? '') ?? expect.fail('a note');
    const found = await findCosignature(note, key, verifyEd25519);
    expect(Math.abs(Number(found?.time) - Date.now() / 1000)).toBeLessThan(60);
    expect(await sizeKnown(witness, log)).toBe(BigInt(published?.size ?? 0));
  }
});

it('a confirmed checkpoint is published rather than a newer one, for a minute', async () => {
  const { id } = await logOf(east);
  const confirmed = (await signedBy(east)).size;
  await east.grow(2);
  expect((await findPublished(east.db, id))?.size).toBe(confirmed);
  // A line that only the newer one covers gets its proof at once.
  expect((await findPublished(east.db, id, confirmed))?.size).toBe(confirmed + 2);
  expect((await findPublished(east.db, id, confirmed - 1))?.size).toBe(confirmed);
  await sql`alter table ledger_checkpoints disable trigger user`.execute(east.db);
  await sql`update ledger_checkpoints set signed_at = signed_at - interval '2 minutes'`.execute(east.db);
  await sql`alter table ledger_checkpoints enable trigger user`.execute(east.db);
  expect((await findPublished(east.db, id))?.size).toBe(confirmed + 2);
  await askWitnesses(east.db, east.house);
  expect((await findPublished(east.db, id))?.note).toContain(' west.example/ledger/witness ');
});

describe('the witness', () => {
  it('of twenty requests at once grants one of each size, and never goes back', async () => {
    const before = Number(await sizeKnown(west, east));
    await east.grow(3);
    const first = await requestOf(east, before);
    await east.grow(4);
    const second = await requestOf(east, before);
    const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => ask(west, at % 2 === 0 ? first : second)));
    const granted = answers.filter(({ status }) => status === 200);
    expect(granted).toHaveLength(1);
    const size = await sizeKnown(west, east);
    for (const { status, type, body } of answers.filter((one) => !granted.includes(one)))
      expect({ status, type, body }).toEqual({ status: 409, type: 'text/x.tlog.size', body: `${size}\n` });
    // The ledger learns the size from the refusal, and asks again.
    expect(await askWitnesses(east.db, east.house)).toMatchObject({ confirmed: 1 });
    expect(await sizeKnown(west, east)).toBe(BigInt((await signedBy(east)).size));
  });

  it('confirms the same state again, and answers by the book to everything else', async () => {
    const size = Number(await sizeKnown(west, east));
    const again = await requestOf(east, size);
    expect((await ask(west, again)).status).toBe(200);
    expect((await ask(west, again.replace('\n\n', '\nPlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n\n'))).status).toBe(422);
    expect((await ask(west, again.replace(`old ${size}`, `old ${size + 1}`))).status).toBe(400);
    expect((await ask(west, 'nonsense')).status).toBe(400);
    expect((await ask(west, again.replaceAll(east.origin, 'unknown.example/ledger/1'))).status).toBe(404);
    expect((await ask(west, again.replace(`\n${size}\n`, `\n${size + 1}\n`))).status).toBe(403);
    await east.grow(9);
    const grown = await requestOf(east, size);
    const [, hash = ''] = grown.split('\n');
    expect((await ask(west, grown.replace(hash, 'PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw='))).status).toBe(422);
    expect((await ask(west, grown.replace(/^old \d+/, 'old 0'))).body).toBe(`${size}\n`);
    expect(await sizeKnown(west, east)).toBe(BigInt(size));
  });

  it('grants what another witness of the same protocol grants', async () => {
    const key = Buffer.from(litewitnessLogKey, 'hex');
    const vkey = formatVerifierKey({ name: litewitnessOrigin, keyId: await keyIdOf(litewitnessOrigin, 1, key, sha256), type: 1, key });
    writeFileSync(west.house.logsFile, `log ${vkey}\nlog ${east.vkey}\n`);
    const { status, body } = await ask(west, litewitnessRequest);
    expect({ status, body }).toEqual({
      status: 200,
      body: expect.stringMatching(/^\u2014 west\.example\/ledger\/witness [A-Za-z0-9+/]{102}==\n$/),
    });
    bearWitness(west, east);
  });

  it('confirms no second story: not of the same size, not of a larger one, not with an old database', async () => {
    await askWitnesses(east.db, east.house);
    const known = Number(await sizeKnown(west, east));
    // The same key and name, another history.
    const keys = mkdtempSync(join(tmpdir(), 'huiyin-forger-'));
    cpSync(join(east.birth.keysFolder, 'ledger.key'), join(keys, 'ledger.key'));
    const forger = await moveIn('east', { keysFolder: keys });
    expect(forger.vkey).toBe(east.vkey);
    await forger.grow(known);
    expect(await ask(west, await requestOf(forger, known))).toMatchObject({ status: 409, type: 'text/plain; charset=utf-8' });
    await forger.grow(10);
    expect((await ask(west, await requestOf(forger, known))).status).toBe(422);
    expect((await ask(west, await requestOf(forger, 0))).body).toBe(`${known}\n`);
    // A witness whose database is lost still knows from the file beside its keys.
    const restored = await moveIn('west', { keysFolder: west.birth.keysFolder }).catch(() => null);
    expect(restored).toBeNull();
    rmSync(join(west.birth.keysFolder, 'last-signed'));
    const emptied = await moveIn('west', { keysFolder: west.birth.keysFolder });
    expect((await ask(emptied, await requestOf(forger, 0))).body).toBe(`${known}\n`);
    expect((await ask(emptied, await requestOf(forger, known))).status).toBe(422);
    expect(emptied.witnessVkey).toBe(west.witnessVkey);
    await Promise.all([forger.close(), emptied.close()]);
    rmSync(keys, { recursive: true });
  });
});
