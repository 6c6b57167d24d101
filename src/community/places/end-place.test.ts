import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { addPlace } from './add-place.ts';
import { endPlace } from './end-place.ts';
import { findPlace } from './find-place.ts';

useDatabase();

test('a place ends from the outside in, its row stays, and its name is free again', async () => {
  const { communityId, secretary, worker } = await makeWorld();
  const building = await addPlace(secretary, communityId, { level: 'building', name: '3号楼' });
  const household = await addPlace(secretary, communityId, { level: 'household', name: '501', parentId: building.placeId });
  await expect(endPlace(secretary, communityId, building)).rejects.toThrow('places.has-children');
  await expect(endPlace(worker, communityId, household)).rejects.toThrow(Forbidden);
  await endPlace(secretary, communityId, household);
  await expect(endPlace(secretary, communityId, household)).rejects.toThrow(Missing);
  await endPlace(secretary, communityId, building);
  expect(await findPlace(communityId, building.placeId)).toBeNull();
  const kept = await database()
    .selectFrom('places')
    .select(['full_name', 'ended_at'])
    .where('community_id', '=', communityId)
    .where('id', '=', household.placeId)
    .executeTakeFirstOrThrow();
  expect(kept).toEqual({ full_name: '3号楼501', ended_at: expect.any(Date) });
  const again = await addPlace(secretary, communityId, { level: 'building', name: '3号楼' });
  expect(again.placeId).not.toBe(building.placeId);
});

test('when only one estate is left, its name drops out of the addresses', async () => {
  const { communityId, secretary } = await makeWorld();
  const first = await addPlace(secretary, communityId, { level: 'estate', name: '榴花里' });
  const other = await addPlace(secretary, communityId, { level: 'estate', name: '柳荫' });
  const building = await addPlace(secretary, communityId, { level: 'building', name: '3号楼', parentId: first.placeId });
  expect((await findPlace(communityId, building.placeId))?.fullName).toBe('榴花里3号楼');
  await endPlace(secretary, communityId, other);
  expect((await findPlace(communityId, building.placeId))?.fullName).toBe('3号楼');
});
