import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, bring, speak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { confirmVoice } from './confirm-voice.ts';
import { countClosings } from './count-closings.ts';
import { countVoices } from './count-voices.ts';
import { findSatisfaction } from './find-satisfaction.ts';
import { mergeVoice } from './merge-voice.ts';
import { reopenVoice } from './reopen-voice.ts';
import { triageVoice, triageVoiceInput } from './triage-voice.ts';
import { withdrawVoice } from './withdraw-voice.ts';

useDatabase();

describe('countVoices', () => {
  it('V2: in equals out, also per channel', async () => {
    const world = await makeWorld();
    const [one, two] = [await aVoice(world, 'triaged'), await aVoice(world, 'triaged', { channel: 'web' })];
    await mergeVoice(world.worker, one, { into: two.number });
    const gone = await aVoice(world);
    await withdrawVoice(gone.speaker, gone, { underPressure: false });
    await speak(world, { channel: 'telephone' }, world.worker);
    const { all, byChannel } = await countVoices(world.secretary, world.communityId);
    expect(all).toEqual({ received: 4, open: 2, confirmed: 0, documented: 0, merged: 1, referred: 0, withdrawn: 1 });
    expect(byChannel.get('telephone')).toMatchObject({ received: 1, open: 1 });
    expect((await countVoices(nobody, world.communityId)).all.received).toBe(0);
    expect((await countVoices(world.secretary, world.communityId, { to: at('2026-01-01 00:00') })).all.received).toBe(0);
  });
});

describe('countClosings', () => {
  it('V8: a reopened voice isn’t closed in the month of its first closing', async () => {
    const world = await makeWorld();
    const year = { from: at('2026-01-01 00:00'), to: at('2027-01-01 00:00') };
    const [kept, undone] = [
      await aVoice(world, 'answered', {}, { now: at('2026-03-02 10:00') }),
      await aVoice(world, 'answered', {}, { now: at('2026-03-02 10:00') }),
    ];
    for (const voice of [kept, undone]) await confirmVoice(voice.speaker, voice, { rating: 5 }, { now: at('2026-03-31 23:59') });
    expect(await countClosings(world.secretary, world.communityId, year)).toEqual([
      { month: '2026-03', confirmed: 2, documented: 0, undone: 0 },
    ]);
    await reopenVoice(undone.speaker, undone, {}, { now: at('2026-04-02 10:00') });
    expect(await countClosings(world.secretary, world.communityId, year)).toEqual([
      { month: '2026-03', confirmed: 1, documented: 0, undone: 1 },
    ]);
    expect((await countVoices(world.secretary, world.communityId)).all).toMatchObject({ confirmed: 1, open: 1 });
  });
});

describe('findSatisfaction', () => {
  it('V11: praise never enters satisfaction, and fewer than ten ratings stay hidden', async () => {
    const world = await makeWorld();
    const rate = async (rating: number, kind: 'praise' | 'help_request') => {
      const voice = await bring(world, await speak(world, { kind }), 'answered');
      // Sorting made it a request for help; praise is put back as somebody at the desk would.
      if (kind === 'praise') await markPraise(voice);
      await confirmVoice(voice.speaker, voice, { rating });
      return voice;
    };
    for (let given = 0; given < 9; given++) await rate(given % 2 ? 4 : 2, 'help_request');
    await rate(5, 'praise');
    expect(await findSatisfaction(world.secretary, world.communityId)).toEqual({ shown: false });
    const last = await rate(1, 'help_request');
    expect(await findSatisfaction(world.secretary, world.communityId)).toEqual({
      shown: true,
      count: 10,
      sum: 27,
      byRating: [1, 5, 0, 4, 0],
    });
    await reopenVoice(last.speaker, last, {});
    expect(await findSatisfaction(world.secretary, world.communityId)).toEqual({ shown: false });

    async function markPraise(voice: { communityId: number; id: string }) {
      await triageVoice(world.colleague, voice, triageVoiceInput.parse({ kind: 'praise', category: 'thanks', matterScope: 'public' }));
    }
  });
});
