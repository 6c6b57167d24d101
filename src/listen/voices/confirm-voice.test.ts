import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, expectRefusals, rowOf, speak } from '#tests/voices.ts';
import { holderOf, makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { confirmVoice, confirmVoiceInput } from './confirm-voice.ts';

useDatabase();

describe('confirmVoice', () => {
  it('V3: is for the one who spoke, after the answer, with one to five', async () => {
    const world = await makeWorld();
    const early = await aVoice(world, 'in_progress');
    await expectRefusals(early, (viewer) => confirmVoice(viewer, early, { rating: 5 }), [[early.speaker, 'voice.not-from-here-confirm']]);
    const voice = await aVoice(world, 'answered');
    await expectRefusals(voice, (viewer) => confirmVoice(viewer, voice, { rating: 5 }), [
      [nobody, 'access.not-found'],
      [holderOf(world.communityId, early.id), 'access.not-found'],
      [world.colleague, 'voice.only-speaker'],
      [world.secretary, 'voice.only-speaker'],
    ]);
    for (const rating of [0, 6, 2.5, '']) expect(confirmVoiceInput.safeParse({ rating }).success).toBe(false);
    await confirmVoice(voice.speaker, voice, confirmVoiceInput.parse({ rating: '5' }));
    expect((await rowOf(voice)).stage).toBe('closed_confirmed');
    await expectRefusals(voice, (viewer) => confirmVoice(viewer, voice, { rating: 1 }), [[voice.speaker, 'voice.closed']]);
  });

  it('V4: somebody signed in confirms their own voice; the owner can’t, even as the one who spoke', async () => {
    const world = await makeWorld();
    const resident = await makePerson(world, 'resident');
    const voice = await bring(world, await speak(world, {}, resident), 'answered');
    await expectRefusals(voice, (viewer) => confirmVoice(viewer, voice, { rating: 5 }), [
      [{ ...world.worker, holds: { communityId: world.communityId, voiceId: voice.id } }, 'voice.owner-cannot-judge'],
    ]);
    await confirmVoice(resident, voice, { rating: 5 });
  });
});
