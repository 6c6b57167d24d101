import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { closeDocumented, closeDocumentedInput } from './close-documented.ts';
import { followUpVoice } from './follow-up-voice.ts';

useDatabase();
const unlawful = { reasonCode: 'UNLAWFUL_OR_IMPOSSIBLE', evidence: 'The building code, explained on the phone' } as const;

describe('closeDocumented', () => {
  it('V4: is for a second person, after the answer', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    await expectRefusals(voice, (viewer) => closeDocumented(viewer, voice, unlawful), [
      [world.worker, 'voice.owner-cannot-judge'],
      [voice.speaker, 'voice.not-yours-to-handle'],
    ]);
    await closeDocumented(world.colleague, voice, unlawful);
    expect((await rowOf(voice)).stage).toBe('closed_documented');
    await expectRefusals(voice, (viewer) => closeDocumented(viewer, voice, unlawful), [[world.colleague, 'voice.closed']]);
  });

  it('V3: each reason demands its ground', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered', { phone: '0001234567', name: 'Li' }, { now: at('2026-11-02 10:00') });
    const close =
      (reasonCode: 'UNREACHABLE' | 'ANONYMOUS' | 'RESIDENT_DECLINED_TO_CONFIRM', now = at('2026-11-20 10:00')) =>
      (viewer: typeof world.worker) =>
        closeDocumented(viewer, voice, { reasonCode, evidence: 'Call list' }, { now });
    await expectRefusals(voice, close('ANONYMOUS'), [[world.colleague, 'voice.not-anonymous']]);
    await expectRefusals(voice, close('RESIDENT_DECLINED_TO_CONFIRM'), [[world.colleague, 'voice.resident-not-asked']]);
    const call = (way: 'phone' | 'visit', now: Date) => followUpVoice(world.colleague, voice, { way, outcome: 'not_reached' }, { now });
    await call('phone', at('2026-11-03 10:00'));
    await call('phone', at('2026-11-05 10:00'));
    await call('phone', at('2026-11-09 10:00'));
    await expectRefusals(voice, close('UNREACHABLE'), [[world.colleague, 'voice.not-tried-enough']]);
    await call('visit', at('2026-11-10 10:00'));
    await expectRefusals(voice, close('UNREACHABLE', at('2026-11-13 09:59')), [[world.colleague, 'voice.not-tried-enough']]);
    await close('UNREACHABLE', at('2026-11-13 10:00'))(world.colleague);
    expect((await rowOf(voice)).stage).toBe('closed_documented');
  });

  it('not now needs a day to look again, ahead', async () => {
    expect(closeDocumentedInput.safeParse({ reasonCode: 'NOT_NOW', evidence: 'No money this year' }).error?.issues[0]?.message).toBe(
      'voice.look-again-needed',
    );
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered');
    const close = (lookAgainOn: string) => (viewer: typeof world.worker) =>
      closeDocumented(viewer, voice, { reasonCode: 'NOT_NOW', evidence: 'No money this year', lookAgainOn });
    await expectRefusals(voice, close('2026-01-05'), [[world.colleague, 'voice.day-not-ahead']]);
    await close('2027-12-30')(world.colleague);
  });
});
