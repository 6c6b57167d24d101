import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { findReceivedEvent } from './find-received-event.ts';

useDatabase();

it('names the event of a voice to those who may reach it, and to nobody else', async () => {
  const world = await makeWorld();
  const { communityId, number } = await aVoice(world);
  const id = await findReceivedEvent(world.worker, { communityId, number });
  const event = await database().selectFrom('events').select('name').where('id', '=', id).executeTakeFirst();
  expect(event?.name).toBe('voice.received');
  for (const viewer of [nobody, world.street]) {
    await expect(findReceivedEvent(viewer, { communityId, number })).rejects.toThrow('access.not-found');
  }
  await expect(findReceivedEvent(world.worker, { communityId, number: 'x' })).rejects.toThrow('access.not-found');
});
