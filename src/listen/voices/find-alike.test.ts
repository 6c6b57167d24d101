import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { findAlike } from './find-alike.ts';
import { submitVoice, submitVoiceInput } from './submit-voice.ts';

useDatabase();

async function building({ communityId }: World, name: string): Promise<string> {
  const id = newId();
  await database().insertInto('places').values({ community_id: communityId, id, level: 'building', name, full_name: name }).execute();
  await database().updateTable('places').set({ building_id: id }).where('community_id', '=', communityId).where('id', '=', id).execute();
  return id;
}

async function say(
  { communityId }: World,
  placeId: string | null,
  set: object = {},
  more: object = {},
): Promise<{ id: string; number: string }> {
  const { voiceId, number } = await submitVoice(
    nobody,
    communityId,
    submitVoiceInput.parse({ words: 'Water on the stairs', ...(placeId && { placeId }), ...more }),
  );
  await database()
    .updateTable('voices')
    .set({ changed_at: new Date(), ...set })
    .where('community_id', '=', communityId)
    .where('id', '=', voiceId)
    .execute();
  return { id: voiceId, number };
}

describe('findAlike', () => {
  it('offers open voices of the same building and category, sealed ones never', async () => {
    const world = await makeWorld();
    const [three, four] = [await building(world, 'Building 3'), await building(world, 'Building 4')];
    const mine = await say(world, three, { category: 'water' });
    const same = await say(world, three, { category: 'water' });
    const unsorted = await say(world, three);
    await say(world, three, { category: 'noise' });
    const next = await say(world, four, { category: 'water' });
    await say(world, three, { category: 'water', stage: 'withdrawn' });
    await say(world, three, { category: 'water' }, { kind: 'complaint', words: 'Worker let it run' });
    await say(world, three, { sealed: 'named' });
    const alike = await findAlike(world.secretary, world.communityId, { voiceId: mine.id });
    const sure = alike.filter((one) => one.probablySame);
    expect(sure.map(({ number }) => number).toSorted()).toEqual([same.number, unsorted.number].toSorted());
    expect(sure[0]).toMatchObject({ sameBuilding: true, shared: ['Water on the stairs'], place: 'Building 3' });
    expect(alike.slice(2).every(({ number, sameBuilding }) => number === next.number && !sameBuilding)).toBe(true);
    expect(await findAlike(nobody, world.communityId, { voiceId: mine.id })).toEqual([]);
  });

  it('finds the same matter without a building while somebody is writing, and says by which words', async () => {
    const world = await makeWorld();
    const gate = await say(world, null, {}, { words: '青柳苑东门的路灯已经坏了一个月，晚上看不清台阶', placeWords: '青柳苑东门' });
    await say(world, null, {}, { words: '青柳苑东门每天早上有人摆摊，垃圾没人收', placeWords: '青柳苑东门' });
    await say(world, null, {}, { words: '望梅里西门的路灯已经坏了一个月，晚上看不清台阶', placeWords: '望梅里西门' });
    const alike = await findAlike(world.worker, world.communityId, {
      words: '青柳苑东门路灯不亮，晚上台阶看不清，老人摔了一跤',
      placeWords: '青柳苑东门',
    });
    expect(alike[0]).toMatchObject({ number: gate.number, probablySame: true, sameBuilding: false });
    expect(alike[0]?.shared[0]).toBe('青柳苑东门');
    expect(alike.slice(1).every((one) => !one.probablySame)).toBe(true);
  });

  it('finds nothing for words that say nothing, or for marks that would trouble a search', async () => {
    const world = await makeWorld();
    await say(world, null, {}, { words: "It's broken", placeWords: 'gate' });
    expect(await findAlike(world.worker, world.communityId, { words: '…' })).toEqual([]);
    expect(await findAlike(world.worker, world.communityId, { words: `' | \\ & ! :* <-> 'x` })).toEqual([]);
  });

  it('stays within the community and what the viewer may see', async () => {
    const [here, elsewhere] = [await makeWorld(), await makeWorld()];
    await say(here, null, {}, { words: '河滨路路灯不亮', placeWords: '河滨路' });
    const asked = { words: '河滨路路灯不亮', placeWords: '河滨路' };
    expect(await findAlike(here.worker, here.communityId, asked)).toHaveLength(1);
    expect(await findAlike(elsewhere.worker, elsewhere.communityId, asked)).toEqual([]);
    expect(await findAlike(elsewhere.worker, here.communityId, asked)).toEqual([]);
    expect(await findAlike(nobody, here.communityId, asked)).toEqual([]);
  });
});
