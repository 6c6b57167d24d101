import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { scheduleVoice } from './schedule-voice.ts';

useDatabase();
const now = at('2026-11-16 10:00');
const input = { reason: 'The roof is done in spring', day: '2027-03-15' };

describe('scheduleVoice', () => {
  it('is for the secretary, on a working day ahead', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    const run = (day: string) => (viewer: typeof world.worker) => scheduleVoice(viewer, voice, { ...input, day }, { now });
    await expectRefusals(voice, run('2027-03-15'), [
      [world.worker, 'voice.only-secretary'],
      [voice.speaker, 'voice.only-secretary'],
    ]);
    await expectRefusals(voice, run('2026-11-16'), [[world.secretary, 'voice.day-not-ahead']]);
    await expectRefusals(voice, run('2026-11-21'), [[world.secretary, 'voice.not-a-working-day']]);
  });

  it('V7: sets the due date to the end of that day and keeps the original one', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    const before = await rowOf(voice);
    await scheduleVoice(world.secretary, voice, input, { now });
    expect(await rowOf(voice)).toMatchObject({
      stage: 'scheduled',
      due_at: new Date('2027-03-15T23:59:59.999+08:00'),
      original_due_at: before.original_due_at,
    });
  });
});
