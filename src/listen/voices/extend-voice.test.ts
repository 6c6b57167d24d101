import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { extendVoice, extendVoiceInput } from './extend-voice.ts';

useDatabase();
const now = at('2026-11-16 10:00');
const input = { days: 10, reason: 'The spare part is on its way' };

describe('extendVoice', () => {
  it('is for the secretary, before the date, by at most ten working days', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    await expectRefusals(voice, (viewer) => extendVoice(viewer, voice, input, { now }), [
      [world.worker, 'voice.only-secretary'],
      [world.street, 'access.not-found'],
    ]);
    await expectRefusals(voice, (viewer) => extendVoice(viewer, voice, input, { now: at('2026-11-24 00:00') }), [
      [world.secretary, 'voice.too-late-to-extend'],
    ]);
    expect(extendVoiceInput.safeParse({ days: 11, reason: 'x' }).error?.issues[0]?.message).toBe('voice.date-too-far');
    expect(extendVoiceInput.safeParse({ days: '0', reason: 'x' }).error?.issues[0]?.message).toBe('voice.date-not-later');
  });

  it('V7: once, with the reason, and the original date is kept', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    const before = await rowOf(voice);
    expect(before.due_at).toEqual(new Date('2026-11-23T23:59:59.999+08:00'));
    await extendVoice(world.secretary, voice, input, { now });
    expect(await rowOf(voice)).toMatchObject({
      stage: 'in_progress',
      due_at: new Date('2026-12-07T23:59:59.999+08:00'),
      original_due_at: before.original_due_at,
    });
    await expectRefusals(voice, (viewer) => extendVoice(viewer, voice, input, { now }), [[world.secretary, 'voice.already-extended']]);
  });

  it('two secretaries at once extend it once', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', {}, { now });
    const tries = await Promise.allSettled([1, 2, 3].map(() => extendVoice(world.secretary, voice, input, { now })));
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    for (const one of tries) if (one.status === 'rejected') expect(String(one.reason)).toContain('voice.already-extended');
  });
});
