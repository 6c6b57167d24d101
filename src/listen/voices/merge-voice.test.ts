import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, expectRefusals, rowOf, sorted } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { confirmVoice } from './confirm-voice.ts';
import { findVoicePage } from './find-voice-page.ts';
import { mergeVoice } from './merge-voice.ts';
import { acceptVoice, answerVoice, assignVoice } from './index.ts';
import { splitVoice } from './split-voice.ts';
import { triageVoice } from './triage-voice.ts';
import { withdrawVoice } from './withdraw-voice.ts';

useDatabase();

describe('mergeVoice', () => {
  it('is for the office, into an open voice of the same community that names nobody', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    const lead = await aVoice(world, 'triaged');
    const into = (number: string) => (viewer: typeof world.worker) => mergeVoice(viewer, voice, { into: number });
    // Who may not merge, or doesn't reach this one, hears nothing about the other number.
    for (const number of [lead.number, '2020-000001']) {
      await expectRefusals(voice, into(number), [
        [voice.speaker, 'voice.not-yours-to-handle'],
        [(await makeWorld()).worker, 'access.not-found'],
      ]);
    }
    await expectRefusals(voice, into(voice.number), [[world.worker, 'voice.merge-into-itself']]);
    await expectRefusals(voice, into('2020-000001'), [[world.worker, 'into: input.not-found']]);
    const sealed = await aVoice(world, 'acknowledged');
    await triageVoice(world.worker, sealed, { ...sorted, kind: 'complaint', accusedIds: [world.colleague.personId ?? ''] });
    await expectRefusals(voice, into(sealed.number), [
      [world.worker, 'into: input.not-found'],
      [world.secretary, 'voice.names-somebody'],
    ]);
    await expectRefusals(sealed, (viewer) => mergeVoice(viewer, sealed, { into: lead.number }), [
      [world.secretary, 'voice.names-somebody'],
    ]);
    const gone = await aVoice(world);
    await withdrawVoice(gone.speaker, gone, { underPressure: false });
    await expectRefusals(voice, into(gone.number), [[world.worker, 'voice.target-not-open']]);
  });

  it('keeps the child’s number and confirmation, shows it where it went, and doesn’t chain', async () => {
    const world = await makeWorld();
    const [voice, lead, third] = [await aVoice(world, 'triaged'), await aVoice(world, 'triaged'), await aVoice(world, 'triaged')];
    await mergeVoice(world.worker, voice, { into: lead.number });
    expect(await rowOf(voice)).toMatchObject({ stage: 'merged', owner_id: null, case_id: (await rowOf(lead)).case_id });
    expect(await findVoicePage(voice.speaker, voice)).toMatchObject({ number: voice.number, mergedInto: lead.number, desk: null });
    expect(await findVoicePage(world.worker, lead)).toMatchObject({ merged: [voice.number], mergedInto: null });
    expect(await findVoicePage(lead.speaker, lead)).toMatchObject({ merged: [] });
    await expectRefusals(lead, (viewer) => mergeVoice(viewer, lead, { into: third.number }), [[world.worker, 'voice.leads-others']]);
    await expectRefusals(third, (viewer) => mergeVoice(viewer, third, { into: voice.number }), [[world.worker, 'voice.target-not-open']]);

    await expectRefusals(voice, (viewer) => confirmVoice(viewer, voice, { rating: 4 }), [[voice.speaker, 'voice.not-from-here-confirm']]);
    for (const step of ['assigned', 'in_progress', 'answered'] as const) await only(step);
    await confirmVoice(voice.speaker, voice, { rating: 4, words: 'Dry again' });
    expect((await rowOf(voice)).stage).toBe('merged');
    expect((await rowOf(lead)).stage).toBe('answered');
    await expectRefusals(voice, (viewer) => confirmVoice(viewer, voice, { rating: 1 }), [[voice.speaker, 'voice.already-confirmed']]);

    async function only(step: 'assigned' | 'in_progress' | 'answered') {
      if (step === 'assigned') await assignVoice(world.worker, lead, { ownerId: world.worker.personId ?? '' });
      if (step === 'in_progress') await acceptVoice(world.worker, lead, {});
      if (step === 'answered') await answerVoice(world.worker, lead, { words: 'Sealed.' });
    }
  });

  it('two crossing merges don’t both happen', async () => {
    const world = await makeWorld();
    const [one, two] = [await aVoice(world, 'triaged'), await aVoice(world, 'triaged')];
    const tries = await Promise.allSettled([
      mergeVoice(world.worker, one, { into: two.number }),
      mergeVoice(world.colleague, two, { into: one.number }),
    ]);
    expect(tries.map((done) => done.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('splitVoice', () => {
  it('lets a merged voice stand on its own again, and merge again', async () => {
    const world = await makeWorld();
    const [voice, lead] = [await aVoice(world, 'triaged'), await aVoice(world, 'triaged')];
    await expectRefusals(voice, (viewer) => splitVoice(viewer, voice, {}), [[world.worker, 'voice.not-from-here-split']]);
    await mergeVoice(world.worker, voice, { into: lead.number });
    await expectRefusals(voice, (viewer) => splitVoice(viewer, voice, {}), [[voice.speaker, 'voice.not-yours-to-handle']]);
    await splitVoice(world.worker, voice, {});
    expect(await rowOf(voice)).toMatchObject({ stage: 'triaged', case_id: null });
    await mergeVoice(world.worker, voice, { into: lead.number });
    const rows = await database()
      .selectFrom('voice_merges')
      .select('split_at')
      .where('voice_id', '=', voice.id)
      .orderBy('merged_at')
      .execute();
    expect(rows.map((row) => row.split_at === null)).toEqual([false, true]);
  });

  it('happens by itself when the leading voice is withdrawn', async () => {
    const world = await makeWorld();
    const [voice, lead] = [await aVoice(world, 'triaged'), await bring(world, await aVoice(world), 'triaged')];
    await mergeVoice(world.worker, voice, { into: lead.number });
    await withdrawVoice(lead.speaker, lead, { underPressure: false });
    expect((await rowOf(voice)).stage).toBe('triaged');
  });
});
