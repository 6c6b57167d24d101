import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { answerVoice } from './answer-voice.ts';
import { closeDocumented } from './close-documented.ts';
import { confirmReferral } from './confirm-referral.ts';
import { referVoice } from './refer-voice.ts';

useDatabase();
const input = { receiver: 'The water works' };
const accepted = { reference: 'Letter 12 of today' };

describe('referVoice and confirmReferral', () => {
  it('are for the office: no transfer without a receiver who has accepted', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    await expectRefusals(voice, (viewer) => referVoice(viewer, voice, input), [[voice.speaker, 'voice.not-yours-to-handle']]);
    await expectRefusals(voice, (viewer) => confirmReferral(viewer, voice, accepted), [[world.worker, 'voice.no-referral-asked']]);
    await referVoice(world.worker, voice, input);
    expect((await rowOf(voice)).stage).toBe('triaged');
    await expectRefusals(voice, (viewer) => referVoice(viewer, voice, input), [[world.worker, 'voice.referral-pending']]);
    await confirmReferral(world.worker, voice, accepted);
    expect((await rowOf(voice)).stage).toBe('referred_out');
    await expectRefusals(voice, (viewer) => referVoice(viewer, voice, input), [[world.worker, 'voice.referred-out']]);
  });

  it('worked on first and handed over later: stays with its owner and is closed as documented', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    const close = (viewer: typeof world.worker) =>
      closeDocumented(viewer, voice, { reasonCode: 'NO_POWER_REFERRED', evidence: 'Letter 12' });
    await referVoice(world.worker, voice, input);
    await answerVoice(world.worker, voice, { words: 'The water works take it over.' });
    await expectRefusals(voice, close, [[world.colleague, 'voice.no-referral-accepted']]);
    await confirmReferral(world.colleague, voice, accepted);
    expect((await rowOf(voice)).stage).toBe('answered');
    await close(world.colleague);
    expect((await rowOf(voice)).stage).toBe('closed_documented');
  });
});
