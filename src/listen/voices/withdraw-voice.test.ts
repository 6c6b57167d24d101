import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { findVoicePage } from './find-voice-page.ts';
import { findPublicVoice } from './find-public-voices.ts';
import { publishVoice } from './publish-voice.ts';
import { withdrawVoice } from './withdraw-voice.ts';

useDatabase();
const input = { underPressure: true, words: 'He asked me to' };

describe('withdrawVoice', () => {
  it('is for the one who spoke alone', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    await expectRefusals(voice, (viewer) => withdrawVoice(viewer, voice, input), [
      [world.worker, 'voice.only-speaker'],
      [world.secretary, 'voice.only-speaker'],
      [world.street, 'access.not-found'],
    ]);
  });

  it('keeps the number, and what was said about pressure from the owner', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress', { mayPublish: true });
    await publishVoice(world.colleague, voice, { title: 'A leak' });
    await withdrawVoice(voice.speaker, voice, input);
    expect(await rowOf(voice)).toMatchObject({ stage: 'withdrawn' });
    expect(await findPublicVoice(world.communityId, voice.number)).toBeNull();
    for (const viewer of [world.worker, world.colleague]) expect((await findVoicePage(viewer, voice)).desk?.withdrawal).toBeNull();
    for (const viewer of [world.secretary, await makePerson(world, 'supervisory_member')]) {
      expect((await findVoicePage(viewer, voice)).desk?.withdrawal).toEqual(input);
    }
    expect(JSON.stringify((await findVoicePage(world.worker, voice)).timeline)).not.toContain(input.words);
    await expectRefusals(voice, (viewer) => withdrawVoice(viewer, voice, input), [[voice.speaker, 'voice.withdrawn']]);
  });
});
