import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, eventsOf, expectRefusals, rowOf } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { acknowledgeVoice } from './acknowledge-voice.ts';

useDatabase();

describe('acknowledgeVoice', () => {
  it('is for the office only: strangers, residents and other communities don’t even find the voice', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    const elsewhere = await makeWorld();
    await expectRefusals(voice, (viewer) => acknowledgeVoice(viewer, voice, {}), [
      [nobody, 'access.not-found'],
      [elsewhere.worker, 'access.not-found'],
      [elsewhere.secretary, 'access.not-found'],
      [await makePerson(world, 'resident'), 'access.not-found'],
      [await makePerson(world, 'property_manager'), 'access.not-found'],
      [voice.speaker, 'voice.not-yours-to-handle'],
    ]);
  });

  it('notes who has read it, once', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    expect(await acknowledgeVoice(world.worker, voice, {})).toEqual({ number: voice.number });
    expect((await rowOf(voice)).stage).toBe('acknowledged');
    expect(await eventsOf(voice)).toEqual(['received', 'acknowledged']);
    await expectRefusals(voice, (viewer) => acknowledgeVoice(viewer, voice, {}), [[world.worker, 'voice.not-from-here-acknowledge']]);
  });
});
