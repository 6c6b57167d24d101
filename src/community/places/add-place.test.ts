import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Invalid } from '#foundation/refusal.ts';
import { addPlace } from './add-place.ts';
import { findBuildings } from './find-buildings.ts';
import { findPlace } from './find-place.ts';

useDatabase();

test('a place gets its address, its building and an event', async () => {
  const { communityId, secretary } = await makeWorld();
  const add = async (level: 'estate' | 'building' | 'unit' | 'household', name: string, parentId?: string) =>
    (await addPlace(secretary, communityId, { level, name, parentId })).placeId;
  const estate = await add('estate', '榴花里');
  const building = await add('building', '3号楼', estate);
  const household = await add('household', '501', await add('unit', '2单元', building));
  const row = await database()
    .selectFrom('places')
    .select(['full_name', 'building_id', 'created_by'])
    .where('community_id', '=', communityId)
    .where('id', '=', household)
    .executeTakeFirstOrThrow();
  expect(row).toEqual({ full_name: '3号楼2单元501', building_id: building, created_by: secretary.personId });
  await add('building', '1号楼', await add('estate', '柳荫'));
  expect((await findPlace(communityId, household))?.fullName).toBe('榴花里3号楼2单元501');
  expect((await findBuildings(communityId)).map((each) => each.name)).toEqual(['榴花里3号楼', '柳荫1号楼']);
  const event = await database()
    .selectFrom('events')
    .select(['name', 'actor_id', 'actor_role', 'data'])
    .where('community_id', '=', communityId)
    .where('subject_id', '=', household)
    .executeTakeFirstOrThrow();
  expect(event).toEqual({
    name: 'place.added',
    actor_id: secretary.personId,
    actor_role: 'community_secretary',
    data: { level: 'household' },
  });
});

test('a taken name, an unknown or unsuitable parent and a stranger are refused', async () => {
  const { communityId, secretary, worker } = await makeWorld();
  const elsewhere = await makeWorld();
  const { placeId } = await addPlace(secretary, communityId, { level: 'building', name: '1号楼' });
  await expect(addPlace(secretary, communityId, { level: 'building', name: '1号楼' })).rejects.toThrow('name: places.name-taken');
  await expect(addPlace(secretary, communityId, { level: 'estate', name: 'x', parentId: placeId })).rejects.toThrow(
    'places.parent-not-suitable',
  );
  const theirs = await addPlace(elsewhere.secretary, elsewhere.communityId, { level: 'building', name: '1号楼' });
  await expect(addPlace(secretary, communityId, { level: 'unit', name: 'x', parentId: theirs.placeId })).rejects.toThrow(Invalid);
  await expect(addPlace(worker, communityId, { level: 'building', name: '2号楼' })).rejects.toThrow(Forbidden);
  await expect(addPlace(secretary, elsewhere.communityId, { level: 'building', name: '2号楼' })).rejects.toThrow(Forbidden);
});

test('two who add the same building at once make one', async () => {
  const { communityId, secretary } = await makeWorld();
  const tries = await Promise.allSettled([1, 2, 3].map(() => addPlace(secretary, communityId, { level: 'building', name: '9号楼' })));
  expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1);
  expect(await findBuildings(communityId)).toHaveLength(1);
});
