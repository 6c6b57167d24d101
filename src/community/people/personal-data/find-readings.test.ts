import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { bring, speak } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { readContact } from '#listen/voices/index.ts';
import { findReadings } from './find-readings.ts';

useDatabase();

it('E5: whoever left a contact sees who looked at it; nobody else does', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', 'Wang');
  const voice = await bring(world, await speak(world, { name: 'Wang', phone: '0005551001' }, wang), 'in_progress');
  expect(await findReadings(wang, world.communityId, voice.id)).toEqual([]);
  await readContact(world.worker, voice, { purpose: 'call' });
  for (const viewer of [wang, voice.speaker]) {
    expect(await findReadings(viewer, world.communityId, voice.id)).toMatchObject([
      { name: 'Worker', role: 'community_worker', purpose: 'call' },
    ]);
  }
  const other = await speak(world);
  for (const viewer of [nobody, other.speaker, world.colleague])
    expect(await findReadings(viewer, world.communityId, voice.id)).toEqual([]);
});
