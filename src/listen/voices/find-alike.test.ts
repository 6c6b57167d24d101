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

async function say({ communityId }: World, placeId: string, set: object = {}, more: object = {}): Promise<{ id: string; number: string }> {
  const { voiceId, number } = await submitVoice(
    nobody,
    communityId,
    submitVoiceInput.parse({ words: 'Water on the stairs', placeId, ...more }),
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
    const [three, four] = [await building(world, '3'), await building(world, '4')];
    const mine = await say(world, three, { category: 'water' });
    const same = await say(world, three, { category: 'water' });
    const unsorted = await say(world, three);
    await say(world, three, { category: 'noise' });
    await say(world, four, { category: 'water' });
    await say(world, three, { category: 'water', stage: 'withdrawn' });
    await say(world, three, { category: 'water' }, { kind: 'complaint', words: 'Worker let it run' });
    const alike = await findAlike(world.secretary, world.communityId, mine.id);
    expect(alike.map(({ number }) => number).toSorted()).toEqual([same.number, unsorted.number].toSorted());
    expect(await findAlike(nobody, world.communityId, mine.id)).toEqual([]);
  });
});
