import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { newId } from '#foundation/ids.ts';
import { addPlace } from './add-place.ts';
import { findPlace } from './find-place.ts';
import { renamePlace } from './rename-place.ts';

useDatabase();

test('every address below follows, those beside stay', async () => {
  const { communityId, secretary, worker } = await makeWorld();
  const { placeId } = await addPlace(secretary, communityId, { level: 'building', name: '3号楼' });
  const unit = await addPlace(secretary, communityId, { level: 'unit', name: '2单元', parentId: placeId });
  const household = await addPlace(secretary, communityId, { level: 'household', name: '501', parentId: unit.placeId });
  await addPlace(secretary, communityId, { level: 'building', name: '4号楼' });
  expect(await renamePlace(secretary, communityId, { placeId, name: '3甲号楼' })).toEqual({ renamed: 3 });
  expect((await findPlace(communityId, household.placeId))?.fullName).toBe('3甲号楼2单元501');
  expect(await renamePlace(secretary, communityId, { placeId, name: '3甲号楼' })).toEqual({ renamed: 0 });
  await expect(renamePlace(secretary, communityId, { placeId, name: '4号楼' })).rejects.toThrow('places.name-taken');
  await expect(renamePlace(worker, communityId, { placeId, name: 'x' })).rejects.toThrow(Forbidden);
  await expect(renamePlace(secretary, communityId, { placeId: newId(), name: 'x' })).rejects.toThrow(Missing);
});
