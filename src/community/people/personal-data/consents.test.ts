import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '../viewer.ts';
import { chooseNotices } from './choose-notices.ts';
import { findConsents } from './find-consents.ts';

useDatabase();

it('E6: yes and no are one tap each; every one of them is a line with its wording and a leaf of the ledger', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', 'Wang');
  for (const wanted of ['yes', 'yes', 'no', 'no', 'yes'] as const) await chooseNotices(wang, world.communityId, { wanted });
  expect(await findConsents(wang, world.communityId)).toMatchObject([
    { purpose: 'notices', version: 1, number: null, givenWay: 'page', withdrawnAt: null },
    { purpose: 'notices', withdrawnAt: expect.any(Date), withdrawnWay: 'page' },
  ]);
  const events = await database()
    .selectFrom('events')
    .innerJoin('ledger_queue', 'ledger_queue.id', 'events.id')
    .select('name')
    .where('subject_id', '=', wang.personId ?? '')
    .orderBy('at')
    .execute();
  expect(events.map(({ name }) => name)).toEqual(['consent.given', 'consent.withdrawn', 'consent.given']);
  await expect(chooseNotices(nobody, world.communityId, { wanted: 'yes' })).rejects.toThrow('sign-in.needed');
  await expect(chooseNotices(wang, world.communityId + 1000, { wanted: 'yes' })).rejects.toThrow('access.not-yours');
  expect(await findConsents(world.worker, world.communityId)).toEqual([]);
});
