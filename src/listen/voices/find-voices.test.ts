import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, sorted } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody, type Viewer } from '#community/people/index.ts';
import { findVoices, findVoicesInput } from './find-voices.ts';
import { countTabs, queueTabs } from './queue-tabs.ts';
import { triageVoice } from './triage-voice.ts';

useDatabase();
const daysAgo = (days: number) => ({ now: new Date(Date.now() - days * 86_400_000) });

async function numbers(viewer: Viewer, communityId: number, input: object): Promise<string[]> {
  return (await findVoices(viewer, communityId, findVoicesInput.parse(input))).rows.map((row) => row.number);
}

describe('findVoices', () => {
  it('sorts the pile into tabs, and the counts agree', async () => {
    const world = await makeWorld();
    const late = await aVoice(world, 'triaged', {}, daysAgo(30));
    const mine = await aVoice(world, 'in_progress');
    const answered = await aVoice(world, 'answered');
    const fresh = await aVoice(world, 'received', { kind: 'question', words: '电梯什么时候修好' });
    const expected = {
      mine: [mine.number, answered.number],
      community: [late.number, mine.number, answered.number, fresh.number],
      overdue: [late.number],
      unassigned: [late.number, fresh.number],
      follow_up: [],
      all: [fresh.number, answered.number, mine.number, late.number],
    };
    const counts = await countTabs(world.worker, world.communityId);
    for (const tab of queueTabs) {
      const found = await numbers(world.worker, world.communityId, { tab });
      const own = tab === 'mine' ? found.filter((number) => expected.mine.includes(number)) : found;
      if (tab !== 'unassigned') expect([...own].toSorted(), tab).toEqual([...expected[tab]].toSorted());
      expect(counts[tab], tab).toBe(found.length);
    }
    expect(await numbers(world.colleague, world.communityId, { tab: 'follow_up' })).toEqual([answered.number]);
    expect(await numbers(world.worker, world.communityId, { tab: 'all', kind: 'question' })).toEqual([fresh.number]);
    expect(await numbers(world.worker, world.communityId, { tab: 'all', search: '电梯' })).toEqual([fresh.number]);
    expect(await numbers(world.worker, world.communityId, { tab: 'all', search: fresh.number })).toEqual([fresh.number]);
    expect(await numbers(world.worker, world.communityId, { tab: 'all', search: "'; drop" })).toEqual([]);
    expect(await numbers(world.worker, world.communityId, { tab: 'all', category: 'water', stage: 'answered' })).toEqual([answered.number]);
  });

  it('a light as a filter finds exactly the rows that burn in it', async () => {
    const world = await makeWorld();
    for (const days of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15]) await aVoice(world, 'received', {}, daysAgo(days));
    await aVoice(world, 'answered', {}, daysAgo(20));
    const { rows } = await findVoices(world.worker, world.communityId, findVoicesInput.parse({ tab: 'all', limit: 100 }));
    for (const light of ['green', 'amber', 'red'] as const) {
      const burning = rows.filter((row) => row.light === light).map((row) => row.number);
      expect((await numbers(world.worker, world.communityId, { tab: 'all', light, limit: 100 })).toSorted(), light).toEqual(
        burning.toSorted(),
      );
    }
    expect(new Set(rows.map((row) => row.light))).toEqual(new Set(['green', 'amber', 'red', 'none']));
  });

  it('turns pages without losing or repeating one; a forged cursor starts over', async () => {
    const world = await makeWorld();
    await Promise.all(Array.from({ length: 7 }, () => aVoice(world)));
    for (const tab of ['community', 'all']) {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await findVoices(world.worker, world.communityId, findVoicesInput.parse({ tab, limit: 3, ...(cursor && { cursor }) }));
        seen.push(...page.rows.map((row) => row.id));
        cursor = page.next;
      }
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
    const first = await findVoices(world.worker, world.communityId, findVoicesInput.parse({ tab: 'all', limit: 3 }));
    expect(
      await findVoices(world.worker, world.communityId, findVoicesInput.parse({ tab: 'all', limit: 3, cursor: `${first.next}x` })),
    ).toEqual(first);
  });

  it('shows nothing to whoever has no business here, and a partner only their own', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    const manager = await makePerson(world, 'property_manager');
    for (const viewer of [
      nobody,
      world.street,
      (await makeWorld()).secretary,
      manager,
      await makePerson(world, 'district_supervisor'),
      await makePerson(world, 'administrator'),
    ]) {
      expect(await numbers(viewer, world.communityId, { tab: 'all' }), viewer.name ?? '').toEqual([]);
      expect((await countTabs(viewer, world.communityId)).all).toBe(0);
    }
    await bring(world, await aVoice(world), 'assigned', undefined, manager);
    expect(await numbers(manager, world.communityId, { tab: 'all' })).toHaveLength(1);
    await triageVoice(world.worker, voice, { ...sorted, kind: 'complaint', accusedWords: 'the guard' });
    expect(await numbers(world.worker, world.communityId, { tab: 'all' })).toHaveLength(1);
    expect(await numbers(world.secretary, world.communityId, { tab: 'all' })).toHaveLength(2);
  });
});
