import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { at, aVoice, sorted } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { declineVoice } from './decline-voice.ts';
import { extendVoice } from './extend-voice.ts';
import { findVoicePage } from './find-voice-page.ts';
import { followUpVoice } from './follow-up-voice.ts';
import { acceptVoice, answerVoice, assignVoice } from './index.ts';
import { triageVoice } from './triage-voice.ts';

useDatabase();

describe('findVoicePage', () => {
  it('is hidden from whoever may not reach the voice', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    for (const viewer of [nobody, world.street, (await makeWorld()).worker]) {
      await expect(findVoicePage(viewer, voice)).rejects.toThrow('access.not-found');
    }
    await expect(findVoicePage(world.worker, { communityId: world.communityId, number: 'x' })).rejects.toThrow('access.not-found');
  });

  it('tells the whole story in order, to the speaker without what is among staff', async () => {
    const world = await makeWorld();
    const now = at('2026-11-16 10:00');
    const voice = await aVoice(world, 'assigned', { name: 'Li', phone: '0001234567', privacy: 'confidential' }, { now });
    await declineVoice(world.worker, voice, { reason: 'Not my roof' }, { now });
    await assignVoice(world.secretary, voice, { ownerId: world.colleague.personId ?? '' }, { now: at('2026-11-16 11:00') });
    await acceptVoice(world.colleague, voice, {}, { now: at('2026-11-16 12:00') });
    await extendVoice(world.secretary, voice, { days: 2, reason: 'Spare part' }, { now: at('2026-11-17 12:00') });
    await answerVoice(
      world.colleague,
      voice,
      { words: 'Sealed.', nextStep: 'We look again', nextDay: '2026-12-01' },
      { now: at('2026-11-18 12:00') },
    );
    await followUpVoice(
      world.worker,
      voice,
      { way: 'phone', outcome: 'solved', rating: 4, note: 'Sounded tired' },
      { now: at('2026-11-19 12:00') },
    );
    const page = await findVoicePage(world.secretary, voice);
    expect(page.timeline.map((item) => item.event)).toEqual([
      'received',
      'acknowledged',
      'triaged',
      'assigned',
      'declined',
      'assigned',
      'accepted',
      'extended',
      'answered',
      'followed_up',
      'confirmed',
    ]);
    expect(page.timeline.find((item) => item.event === 'declined')).toMatchObject({ said: 'Not my roof', by: 'Worker', seal: 'listen' });
    expect(page.timeline.findLast((item) => item.event === 'assigned')).toMatchObject({ to: 'Colleague', by: 'Secretary' });
    expect(page.timeline.find((item) => item.event === 'answered')).toMatchObject({ said: 'Sealed.', day: '2026-12-01', late: false });
    expect(page).toMatchObject({
      stage: 'closed_confirmed',
      answerable: { name: 'Colleague', accepted: true },
      extension: { reason: 'Spare part' },
      answers: [{ words: 'Sealed.', by: 'Colleague' }],
      closing: { kind: 'confirmed', rating: 4 },
      place: 'Building 3',
      light: 'none',
      desk: { reachable: { phone: true, named: true }, sealed: 'none' },
    });
    expect(page.dueAt > page.originalDueAt).toBe(true);

    const own = await findVoicePage(voice.speaker, voice);
    expect(own).toMatchObject({ asSpeaker: true, desk: null, words: page.words });
    const text = JSON.stringify(own);
    for (const hidden of ['Not my roof', 'Sounded tired', '0001234567', 'accused', 'urgency']) expect(text).not.toContain(hidden);
    expect(own.actions.map((action) => action.verb)).toEqual(['confirm', 'reopen', 'withdraw', 'add']);
    expect(own.actions.find((action) => action.verb === 'reopen')?.whyNot).toBeNull();
  });

  it('offers as owners those who may be, and says of the others why not', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await triageVoice(world.worker, voice, { ...sorted, kind: 'complaint', accusedIds: [world.worker.personId ?? ''] });
    const { desk } = await findVoicePage(world.secretary, voice);
    const whyNot = new Map(desk?.candidates.map((one) => [one.name, one.whyNot]));
    expect(whyNot.get('Worker')).toBe('voice.owner-does-not-serve-here');
    expect(whyNot.get('Street')).toBe('voice.owner-does-not-serve-here');
    expect(whyNot.get('Colleague')).toBeNull();
    expect(desk?.accused).toMatchObject([{ name: 'Worker', description: null }]);
  });
});
