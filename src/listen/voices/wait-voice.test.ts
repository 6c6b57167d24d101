import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { resumeVoice } from './resume-voice.ts';
import { waitVoice } from './wait-voice.ts';

useDatabase();
const now = at('2026-11-16 10:00');
const input = { reason: 'The water works dig on Friday', untilDay: '2026-11-20' };

describe('waitVoice and resumeVoice', () => {
  it('are for the owner, with a day ahead', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    await expectRefusals(voice, (viewer) => waitVoice(viewer, voice, input, { now }), [
      [world.colleague, 'voice.only-owner'],
      [voice.speaker, 'voice.only-owner'],
    ]);
    await expectRefusals(voice, (viewer) => waitVoice(viewer, voice, { ...input, untilDay: '2026-11-16' }, { now }), [
      [world.worker, 'voice.day-not-ahead'],
    ]);
    await expectRefusals(voice, (viewer) => resumeVoice(viewer, voice, {}, { now }), [[world.worker, 'voice.not-from-here-resume']]);
  });

  it('V7: waiting moves no due date', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    const { due_at } = await rowOf(voice);
    await waitVoice(world.worker, voice, input, { now });
    expect(await rowOf(voice)).toMatchObject({ stage: 'waiting_external', due_at });
    await expectRefusals(voice, (viewer) => resumeVoice(viewer, voice, {}, { now }), [[world.colleague, 'voice.only-owner']]);
    await resumeVoice(world.worker, voice, {}, { now });
    expect(await rowOf(voice)).toMatchObject({ stage: 'in_progress', due_at });
  });
});
