import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { speak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { findOwnVoices } from './find-own-voices.ts';

useDatabase();

it('lists what somebody said while signed in, newest first, and nothing they said without a name', async () => {
  const world = await makeWorld();
  const [wang, li] = [await makePerson(world, 'resident', 'Wang'), await makePerson(world, 'resident', 'Li')];
  const first = await speak(world, {}, wang, { now: new Date(Date.now() - 60_000) });
  const second = await speak(world, {}, wang);
  await speak(world, { privacy: 'anonymous' }, wang);
  await speak(world, {}, li);
  expect((await findOwnVoices(wang, world.communityId)).map(({ number }) => number)).toEqual([second.number, first.number]);
  await expect(findOwnVoices(nobody, world.communityId)).rejects.toThrow('sign-in.needed');
});
