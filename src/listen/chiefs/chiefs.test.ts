import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { addPlace } from '#community/places/index.ts';
import { findVoicePage } from '#listen/voices/index.ts';
import { findReported } from './find-reported.ts';
import { reportProblems } from './report-problems.ts';

useDatabase();

it('three problems become three voices of the chief’s building, once, and the chief sees what becomes of them', async () => {
  const world = await makeWorld();
  const { placeId } = await addPlace(world.secretary, world.communityId, { level: 'building', name: 'Building 9' });
  const chief = await makePerson({ ...world, placeId }, 'building_chief', 'Chief');
  const input = { problems: [{ words: 'Lamp out', where: 'Stairs 2' }, { words: 'Door broken' }, { words: 'Lift stuck' }] };
  const how = { key: 'three-problems' };
  const { numbers } = await reportProblems(chief, world.communityId, input, [], how);
  expect(await reportProblems(chief, world.communityId, input, [], how)).toEqual({ numbers });
  expect(numbers).toHaveLength(3);
  const reported = await findReported(chief, world.communityId);
  expect(reported.map(({ number }) => number).toSorted()).toEqual(numbers);
  expect(reported.find(({ words }) => words === 'Lamp out')?.place).toBe('Building 9 · Stairs 2');
  const page = await findVoicePage(chief, { communityId: world.communityId, number: numbers[0] ?? '' });
  expect(page.channel).toBe('building_chief');
  await expect(reportProblems(world.worker, world.communityId, input)).rejects.toThrow('access.not-yours');
});

it('a chief sees their own, not those of another chief', async () => {
  const world = await makeWorld();
  const { placeId } = await addPlace(world.secretary, world.communityId, { level: 'building', name: 'Building 8' });
  const [chief, other] = [
    await makePerson({ ...world, placeId }, 'building_chief', 'Chief'),
    await makePerson({ ...world, placeId }, 'building_chief'),
  ];
  await reportProblems(chief, world.communityId, { problems: [{ words: 'Lamp out', where: 'Stairs' }] });
  expect(await findReported(chief, world.communityId)).toHaveLength(1);
  expect(await findReported(other, world.communityId)).toEqual([]);
});
