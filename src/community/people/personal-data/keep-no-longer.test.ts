import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, speak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { confirmVoice } from '#listen/voices/index.ts';
import { findLastClearing } from './find-last-clearing.ts';
import { keepNoLonger } from './keep-no-longer.ts';

useDatabase();
const monthsLater = (months: number) => new Date(Date.now() + months * 30.5 * 86_400_000);

it('E3: what has served its time goes by night; open matters keep their contact, looks stay', async () => {
  const world = await makeWorld();
  const contact = { name: 'Wang', phone: '0005550001' };
  const closed = await bring(world, await speak(world, contact), 'answered');
  await confirmVoice(closed.speaker, closed, { rating: 5 });
  const open = await aVoice(world, 'in_progress', contact);
  expect(await keepNoLonger({ now: monthsLater(35) })).toMatchObject({ contact: 0 });
  const now = monthsLater(37);
  expect(await keepNoLonger({ now })).toMatchObject({ contact: 1, code: 0 });
  expect(await keepNoLonger({ now: monthsLater(38) })).toMatchObject({ contact: 0 });
  const administrator = await makePerson(world, 'administrator');
  expect((await findLastClearing(administrator))?.removed).toMatchObject({ contact: 0 });
  await expect(findLastClearing(world.worker)).rejects.toThrow('access.not-yours');
  const left = await database()
    .selectFrom('voices')
    .innerJoin('reporters', 'reporters.id', 'voices.reporter_id')
    .selectAll('reporters')
    .select('voices.id as voiceId')
    .where('voices.community_id', '=', world.communityId)
    .execute();
  const holdsSomething = (id: string) => JSON.stringify(left.find(({ voiceId }) => voiceId === id)?.phone_sealed ?? null) !== 'null';
  expect([holdsSomething(closed.id), holdsSomething(open.id)]).toEqual([false, true]);
});

it('removes old keys of intents and keeps those that may still be repeated', async () => {
  const day = 86_400_000;
  const row = (key: string, age: number) => {
    const created_at = new Date(Date.now() - age * day);
    return { actor: 'anyone', verb: 'voice.submit', key, body_hash: Buffer.alloc(32), created_at };
  };
  await database()
    .insertInto('idempotency_keys')
    .values([row('old-intent', 31), row('young-intent', 29)])
    .execute();
  expect(await keepNoLonger()).toMatchObject({ intent: 1 });
  const left = await database().selectFrom('idempotency_keys').select('key').where('actor', '=', 'anyone').execute();
  expect(left).toEqual([{ key: 'young-intent' }]);
});
