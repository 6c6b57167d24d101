import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { publishVoice, takeDownVoice } from '#listen/voices/index.ts';
import { findSubscriptions } from './find-subscriptions.ts';
import { subscribe } from './subscribe.ts';
import { tellSubscribers } from './tell-subscribers.ts';
import { unsubscribe } from './unsubscribe.ts';

useDatabase();

async function heard(personId: string | null): Promise<string[]> {
  const rows = await database().selectFrom('notices').select('template').where('person_id', '=', personId).execute();
  return rows.map(({ template }) => template).filter((template) => template === 'voice.published');
}

it('tells those who asked for matters of this kind, once a publication, and nobody else', async () => {
  const world = await makeWorld();
  const { communityId } = world;
  const [all, water, parking] = [
    await makePerson(world, 'resident'),
    await makePerson(world, 'resident'),
    await makePerson(world, 'resident'),
  ];
  await subscribe(all, communityId, {});
  await subscribe(water, communityId, { category: 'water' });
  await subscribe(parking, communityId, { category: 'parking' });
  const voice = await aVoice(world, 'in_progress', { mayPublish: true });
  await publishVoice(world.worker, voice, { title: 'A wet ceiling' });
  const job = { communityId, voiceId: voice.id };
  expect(await tellSubscribers(job)).toBe(2);
  expect(await tellSubscribers(job)).toBe(0);
  expect([await heard(all.personId), await heard(water.personId), await heard(parking.personId)]).toEqual([
    ['voice.published'],
    ['voice.published'],
    [],
  ]);
});

it('tells nobody of what has left the page again', async () => {
  const world = await makeWorld();
  const { communityId } = world;
  await subscribe(await makePerson(world, 'resident'), communityId, {});
  const voice = await aVoice(world, 'in_progress', { mayPublish: true });
  await publishVoice(world.worker, voice, { title: 'A wet ceiling' });
  await takeDownVoice(world.worker, voice, {});
  expect(await tellSubscribers({ communityId, voiceId: voice.id })).toBe(0);
});

it('is one’s own: asked for once, ended by nobody else, and for those who are signed in', async () => {
  const world = await makeWorld();
  const { communityId } = world;
  const [one, other] = [await makePerson(world, 'resident'), await makePerson(world, 'resident')];
  const first = await subscribe(one, communityId, { category: 'water' });
  expect(await subscribe(one, communityId, { category: 'water' })).toEqual(first);
  await expect(subscribe(nobody, communityId, {})).rejects.toThrow('sign-in.needed');
  await expect(subscribe(one, communityId, { category: 'nothing' })).rejects.toThrow('category: input.not-found');
  await expect(unsubscribe(other, communityId, first)).rejects.toThrow('access.not-found');
  expect(await findSubscriptions(other, communityId)).toEqual([]);
  await unsubscribe(one, communityId, first);
  expect(await findSubscriptions(one, communityId)).toEqual([]);
});
