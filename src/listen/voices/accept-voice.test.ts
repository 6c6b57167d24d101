import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { acceptVoice } from './accept-voice.ts';

useDatabase();

describe('acceptVoice', () => {
  it('is for the one who was asked', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'assigned');
    await expectRefusals(voice, (viewer) => acceptVoice(viewer, voice, {}), [
      [await makePerson(world, 'resident'), 'access.not-found'],
      [world.colleague, 'voice.only-owner'],
      [world.secretary, 'voice.only-owner'],
      [voice.speaker, 'voice.only-owner'],
    ]);
    await acceptVoice(world.worker, voice, {});
    expect(await rowOf(voice)).toMatchObject({ stage: 'in_progress', owner_id: world.worker.personId });
    await expectRefusals(voice, (viewer) => acceptVoice(viewer, voice, {}), [[world.worker, 'voice.not-from-here-accept']]);
  });
});
