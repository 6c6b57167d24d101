import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeCommunity, makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { findWhoServes } from './find-who-serves.ts';

useDatabase();

it('names who serves here and in the street above, not residents, not those whose role has ended, not next door', async () => {
  const world = await makeWorld();
  await makePerson(world, 'resident', 'Wang');
  await makePerson(world, 'administrator', 'Admin');
  const gone = await makePerson(world, 'community_worker', 'Gone');
  await database()
    .updateTable('roles')
    .set({ ended_at: new Date('2026-01-01') })
    .where('person_id', '=', gone.personId)
    .execute();
  const { communityId } = await makeCommunity(world.streetId);
  await makePerson({ ...world, communityId }, 'community_worker', 'Next door');
  const serving = await findWhoServes(world.communityId);
  expect(serving.map(({ name }) => name).toSorted()).toEqual(['Colleague', 'Secretary', 'Street', 'Worker']);
  expect(serving.find(({ name }) => name === 'Worker')).toMatchObject({ roles: ['community_worker'], place: null });
});
