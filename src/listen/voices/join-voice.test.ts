import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, leak, rowOf, type Spoken } from '#tests/voices.ts';
import { holderOf, makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import { acceptVoice } from './accept-voice.ts';
import { answerVoice } from './answer-voice.ts';
import { assignVoice } from './assign-voice.ts';
import { confirmVoice } from './confirm-voice.ts';
import { countVoices } from './count-voices.ts';
import { findPublicVoice } from './find-public-voices.ts';
import { findVoicePage } from './find-voice-page.ts';
import { joinVoice } from './join-voice.ts';
import { publishVoice } from './publish-voice.ts';
import { splitVoice } from './split-voice.ts';
import { withdrawVoice } from './withdraw-voice.ts';

useDatabase();

async function published(world: World): Promise<Spoken> {
  const lead = await aVoice(world, 'triaged', { mayPublish: true });
  await publishVoice(world.worker, lead, { title: 'Water on the stairs' });
  return lead;
}

async function too(world: World, lead: Spoken, viewer: Viewer = nobody, more: Partial<typeof leak> = {}, key?: string): Promise<Spoken> {
  const input = { ...leak, words: 'I have the same trouble', ...more, into: lead.number };
  const { voiceId, number } = await joinVoice(viewer, world.communityId, input, [], { key });
  return { communityId: world.communityId, id: voiceId, number, speaker: holderOf(world.communityId, voiceId) };
}

describe('joinVoice', () => {
  it('is a voice like any other, in the case at once, and V2 holds', async () => {
    const world = await makeWorld();
    const lead = await published(world);
    const mine = await too(world, lead);
    expect(await rowOf(mine)).toMatchObject({ stage: 'merged', case_id: (await rowOf(lead)).case_id, category: 'water', channel: 'web' });
    expect(mine.number).not.toBe(lead.number);
    const page = await findVoicePage(mine.speaker, mine);
    expect(page).toMatchObject({ mergedInto: lead.number, desk: null });
    expect(page.timeline.map(({ event }) => event)).toEqual(['received', 'merged']);
    const { all } = await countVoices(world.worker, world.communityId);
    expect(all).toMatchObject({ received: 2, open: 1, merged: 1 });
  });

  it('is told at every step like the first, judges for itself, and can leave', async () => {
    const world = await makeWorld();
    const lead = await published(world);
    const [mine, theirs] = [await too(world, lead), await too(world, lead)];
    await assignVoice(world.worker, lead, { ownerId: world.worker.personId ?? '' });
    await acceptVoice(world.worker, lead, {});
    await withdrawVoice(theirs.speaker, theirs, { underPressure: false });
    await answerVoice(world.worker, lead, { words: 'Sealed.' });
    expect(await toldOf(mine)).toEqual(['answered', 'received']);
    expect(await toldOf(theirs)).toEqual(['received', 'withdrawn']);
    expect(await rowOf(theirs)).toMatchObject({ stage: 'withdrawn', case_id: null });
    await confirmVoice(mine.speaker, mine, { rating: 5 });
    expect((await rowOf(lead)).stage).toBe('answered');
  });

  it('writes to the first speaker when the first neighbour joins, not for each; and to both when the office separates them', async () => {
    const world = await makeWorld();
    const lead = await published(world);
    const [mine] = [await too(world, lead), await too(world, lead), await too(world, lead)];
    expect((await toldOf(lead)).filter((template) => template === 'joined')).toHaveLength(1);
    await splitVoice(world.worker, mine, {});
    expect(await toldOf(mine)).toContain('split');
    expect(await toldOf(lead)).toContain('parted');
    const story = (await findVoicePage(world.worker, lead)).timeline;
    expect(story.filter(({ event }) => event === 'joined')).toHaveLength(3);
    expect(story.find(({ event }) => event === 'parted')).toMatchObject({ number: mine.number, by: world.worker.name });
    expect((await findVoicePage(lead.speaker, lead)).timeline.find(({ event }) => event === 'parted')?.number).toBeNull();
  });

  it('is only for what the viewer may know of, that is open, is about nobody, and is not one’s own or joined already', async () => {
    const world = await makeWorld();
    const hidden = await aVoice(world, 'triaged');
    await expect(too(world, hidden)).rejects.toMatchObject({ problems: [{ field: 'into', code: 'input.not-found' }] });
    // On behalf of somebody who calls, staff join what they reach.
    await too(world, hidden, world.worker, { channel: 'telephone' });
    await expect(too(world, hidden, (await makeWorld()).worker, { channel: 'telephone' })).rejects.toThrow();

    const lead = await published(world);
    const resident = await makePerson(world, 'resident', 'Neighbour');
    await expect(too(world, lead, lead.speaker)).rejects.toMatchObject({ code: 'voice.join-own' });
    const mine = await too(world, lead, resident);
    await expect(too(world, lead, resident)).rejects.toMatchObject({ code: 'voice.joined-already' });
    await expect(too(world, lead, mine.speaker)).rejects.toMatchObject({ code: 'voice.joined-already' });
    await expect(too(world, lead, nobody, { accusedWords: 'the neighbour upstairs' })).rejects.toMatchObject({
      code: 'voice.names-somebody',
    });
    await withdrawVoice(lead.speaker, lead, { underPressure: false });
    await expect(too(world, lead)).rejects.toBeDefined();
  });

  it('the same intent twice is one voice', async () => {
    const world = await makeWorld();
    const lead = await published(world);
    const key = crypto.randomUUID();
    expect((await too(world, lead, nobody, {}, key)).number).toBe((await too(world, lead, nobody, {}, key)).number);
  });
});

describe('how many neighbours share it', () => {
  it('counts people, not voices; says nothing below five', async () => {
    const world = await makeWorld();
    const lead = await published(world);
    const shown = async () => (await findPublicVoice(world.communityId, lead.number))?.sharedBy;
    for (let neighbour = 0; neighbour < 4; neighbour++) await too(world, lead, nobody, { phone: `1391234567${neighbour}` });
    // The same telephone again, and somebody who left no sign of who they are, are not one person more.
    await too(world, lead, nobody, { phone: '13912345670' });
    await too(world, lead);
    expect(await shown()).toBeNull();
    await too(world, lead, nobody, { phone: '13912345679' });
    expect(await shown()).toBe(5);
    // Written down by the office from somebody without a telephone: they were seen.
    await too(world, lead, world.worker, { channel: 'walk_in' });
    expect(await shown()).toBe(6);
  });
});

/** The templates of what was enqueued for whoever spoke. */
async function toldOf(voice: Spoken): Promise<string[]> {
  const { rows } = await sql<{ template: string }>`select data->>'template' as template from pgboss.job
    where name = 'tell-reporter' and data->>'voiceId' = ${voice.id}`.execute(database());
  return rows.map(({ template }) => template).toSorted();
}
