import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { chooseOpen311Words, chooseOpen311WordsInput, findOpen311Words } from './choose-open311-words.ts';

useDatabase();

it('words wait for clearing until the administrator chooses otherwise', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const { communityId } = world;
  expect(await findOpen311Words(communityId)).toBe('after_clearing');
  await chooseOpen311Words(administrator, communityId, { words: 'at_once' });
  expect(await findOpen311Words(communityId)).toBe('at_once');
  await expect(chooseOpen311Words(world.secretary, communityId, { words: 'after_clearing' })).rejects.toThrow(Forbidden);
  expect(chooseOpen311WordsInput.safeParse({ words: 'never' }).success).toBe(false);
});
