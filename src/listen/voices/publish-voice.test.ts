import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals, sorted } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { confirmVoice } from './confirm-voice.ts';
import { findPublicVoice, findPublicVoices, findPublicVoicesInput } from './find-public-voices.ts';
import { publishVoice } from './publish-voice.ts';
import { takeDownVoice } from './take-down-voice.ts';
import { triageVoice } from './triage-voice.ts';

useDatabase();
const title = { title: '三号楼水管漏水 Leak in building 3' };
const list = async (communityId: number, input: object) =>
  (await findPublicVoices(communityId, findPublicVoicesInput.parse(input))).rows.map((row) => row.number);

describe('publishVoice', () => {
  it('is for the office, with the speaker’s leave, and never where somebody is complained about', async () => {
    const world = await makeWorld();
    const silent = await aVoice(world, 'triaged');
    await expectRefusals(silent, (viewer) => publishVoice(viewer, silent, title), [
      [silent.speaker, 'voice.not-yours-to-handle'],
      [world.worker, 'voice.no-leave-to-publish'],
    ]);
    const early = await aVoice(world, 'received', { mayPublish: true });
    await expectRefusals(early, (viewer) => publishVoice(viewer, early, title), [[world.worker, 'voice.not-from-here-publish']]);
    const sealed = await aVoice(world, 'acknowledged', { mayPublish: true });
    await triageVoice(world.worker, sealed, { ...sorted, kind: 'complaint', accusedWords: 'the guard' });
    await expectRefusals(sealed, (viewer) => publishVoice(viewer, sealed, title), [[world.secretary, 'voice.names-somebody']]);
  });

  it('shows it to everybody, findable in Chinese and English', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged', { mayPublish: true });
    await publishVoice(world.worker, voice, { ...title, outcome: 'The pipe is sealed.' });
    await expectRefusals(voice, (viewer) => publishVoice(viewer, voice, title), [[world.worker, 'voice.already-published']]);
    for (const search of ['水管漏水', '漏', 'leak', 'PIPE', voice.number])
      expect(await list(world.communityId, { search }), search).toEqual([voice.number]);
    for (const input of [{ search: '电梯' }, { search: 'ceiling' }, { category: 'noise' }, { stage: 'answered' }])
      expect(await list(world.communityId, input)).toEqual([]);
  });

  it('keeps its stage in step, and can be taken down and published anew', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'answered', { mayPublish: true });
    await expectRefusals(voice, (viewer) => takeDownVoice(viewer, voice, {}), [[world.worker, 'voice.not-published']]);
    await publishVoice(world.worker, voice, title);
    await confirmVoice(voice.speaker, voice, { rating: 5 });
    expect((await findPublicVoice(world.communityId, voice.number))?.stage).toBe('closed_confirmed');
    await expectRefusals(voice, (viewer) => takeDownVoice(viewer, voice, {}), [[voice.speaker, 'voice.not-yours-to-handle']]);
    await takeDownVoice(world.worker, voice, {});
    expect(await findPublicVoice(world.communityId, voice.number)).toBeNull();
    await publishVoice(world.worker, voice, title);
    expect(await list(world.communityId, {})).toEqual([voice.number]);
  });

  it('turns the pages without losing or repeating one', async () => {
    const world = await makeWorld();
    for (let made = 0; made < 5; made++)
      await publishVoice(world.worker, await aVoice(world, 'triaged', { mayPublish: true }), { title: `Leak ${made}` });
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await findPublicVoices(world.communityId, findPublicVoicesInput.parse({ limit: 2, ...(cursor && { cursor }) }));
      seen.push(...page.rows.map((row) => row.title));
      cursor = page.next;
    }
    expect(seen).toEqual(['Leak 4', 'Leak 3', 'Leak 2', 'Leak 1', 'Leak 0']);
  });
});
