import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { declineVoice } from './decline-voice.ts';

useDatabase();
const input = { reason: 'The roof belongs to the owners' };

describe('declineVoice', () => {
  it('is for the one who was asked, within two working days', async () => {
    const world = await makeWorld();
    // Asked on a Friday: until the end of Tuesday.
    const voice = await aVoice(world, 'assigned', {}, { now: at('2026-11-13 10:00') });
    await expectRefusals(voice, (viewer) => declineVoice(viewer, voice, input, { now: at('2026-11-17 23:59') }), [
      [world.colleague, 'voice.only-owner'],
    ]);
    await expectRefusals(voice, (viewer) => declineVoice(viewer, voice, input, { now: at('2026-11-18 00:00') }), [
      [world.worker, 'voice.too-late-to-decline'],
    ]);
  });

  it('V5: the first receiver is answerable again', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'assigned', {}, { now: at('2026-11-13 10:00') });
    const before = await rowOf(voice);
    await declineVoice(world.worker, voice, input, { now: at('2026-11-17 23:59') });
    expect(await rowOf(voice)).toMatchObject({
      stage: 'triaged',
      owner_id: null,
      first_receiver_id: before.first_receiver_id,
      due_at: before.due_at,
    });
  });
});
