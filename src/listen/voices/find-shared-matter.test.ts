import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, leak } from '#tests/voices.ts';
import { makeWorld } from '#tests/world.ts';
import { acceptVoice, addToVoice, answerVoice, assignVoice, confirmVoice, joinVoice, mergeVoice, publishVoice } from './index.ts';
import { findPublicVoice } from './find-public-voices.ts';
import { findSharedMatter } from './find-shared-matter.ts';

useDatabase();

async function sharedVoice() {
  const world = await makeWorld();
  const [lead, child] = [await aVoice(world, 'triaged', { mayPublish: true }), await aVoice(world, 'triaged')];
  await mergeVoice(world.worker, child, { into: lead.number });
  await addToVoice(lead.speaker, lead, { words: 'My mother is 84 and alone' });
  await assignVoice(world.colleague, lead, { ownerId: world.worker.personId ?? '' });
  await acceptVoice(world.worker, lead, {});
  await answerVoice(world.worker, lead, { words: 'The pipe is sealed.' });
  return { world, lead, child };
}

describe('findSharedMatter', () => {
  it('tells the speaker of a merged voice how it went on, without what the other said', async () => {
    const { world, lead, child } = await sharedVoice();
    const shared = await findSharedMatter(child.speaker, child);
    expect(shared).toMatchObject({ number: lead.number, stage: 'answered', ownerName: world.worker.name, sharedBy: 1 });
    expect(shared?.timeline.map(({ event }) => event)).toEqual(['assigned', 'accepted', 'answered']);
    expect(JSON.stringify(shared)).not.toContain('mother');
  });

  it('is for nobody else, and for no voice that stands alone', async () => {
    const { world, lead, child } = await sharedVoice();
    for (const viewer of [world.worker, world.secretary, lead.speaker]) expect(await findSharedMatter(viewer, child)).toBeNull();
    expect(await findSharedMatter(lead.speaker, lead)).toBeNull();
  });
});

describe('findPublicVoice', () => {
  it('says how many more spoke of it, and how many of all of them call it solved', async () => {
    const { world, lead, child } = await sharedVoice();
    await publishVoice(world.worker, lead, { title: 'A leak' });
    await confirmVoice(child.speaker, child, { rating: 4 });
    // One neighbour more could be guessed: below five nothing is said of them.
    expect(await findPublicVoice(lead.communityId, lead.number)).toMatchObject({ sharedBy: null, confirmedBy: 0, scheduledFor: null });
    const input = { ...leak, channel: 'walk_in' as const, into: lead.number };
    for (let neighbour = 0; neighbour < 5; neighbour++) await joinVoice(world.worker, lead.communityId, input);
    await confirmVoice(lead.speaker, lead, { rating: 5 });
    expect(await findPublicVoice(lead.communityId, lead.number)).toMatchObject({ sharedBy: 5, confirmedBy: 2 });
  });
});
