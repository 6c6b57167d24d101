import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { sortedMatters } from '#tests/sorted-matters.ts';
import { at, aVoice, bring, speak } from '#tests/voices.ts';
import { makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { confirmVoice, triageVoice, triageVoiceInput } from '#listen/voices/index.ts';
import { findSorted } from './find-sorted.ts';
import { learnCategories } from './learn-categories.ts';
import { suggestCategory } from './suggest-category.ts';

useDatabase();

const open = ['water', 'parking', 'noise', 'environment'];

/** Many more closed voices like this one, as the years would bring them. */
async function closeMany(voice: { communityId: number; id: string }): Promise<void> {
  for (const [serial, { words, category }] of sortedMatters(60).entries()) {
    await sql`with one as (
      insert into voices select (jsonb_populate_record(v, ${JSON.stringify({ words, category, serial: 1000 + serial })}::jsonb
        || jsonb_build_object('id', gen_random_uuid()))).*
      from voices v where v.community_id = ${voice.communityId} and v.id = ${voice.id} returning community_id, id)
    insert into events select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'subject_id', one.id))).*
      from one join events e on e.community_id = one.community_id and e.subject_id = ${voice.id} and e.name = 'voice.triaged'`.execute(
      database(),
    );
  }
}

async function closed(world: World, words: string): Promise<{ communityId: number; id: string }> {
  const voice = await bring(world, await speak(world, { words }), 'answered');
  await confirmVoice(voice.speaker, voice, { rating: 5 });
  return voice;
}

it('learns at night from what people closed, suggests by day, and sees what was taken', async () => {
  const world = await makeWorld();
  const voice = await closed(world, '厨房水管漏水');
  const now = at('2030-01-02 04:20');
  expect(await learnCategories({ now: at('2030-01-01 04:20') })).toEqual({ voices: 1, tried: 0, right: 0, model: null });
  await closeMany(voice);
  const fresh = await aVoice(world, 'acknowledged', { words: '楼上半夜很吵' });
  await triageVoice(
    world.colleague,
    fresh,
    triageVoiceInput.parse({ kind: 'complaint', category: 'noise', suggested: 'noise', matterScope: 'private' }),
  );
  const lesson = await learnCategories({ now });
  expect(lesson?.voices).toBe(241);
  expect(await learnCategories({ now: at('2030-01-02 11:20') })).toBeNull();

  const suggested = await suggestCategory(world.communityId, '天花板漏水，水管也堵了', open);
  expect(suggested).toMatchObject({ category: 'water', voices: 241, tried: 241, right: lesson?.right });
  expect(suggested?.because.join()).toMatch(/漏水|水管|天花板/);
  expect(await suggestCategory(world.communityId, '', open)).toBeNull();
  expect((await suggestCategory(world.communityId, '天花板漏水', ['noise', 'parking']))?.category).not.toBe('water');
});

it('never learns from open, erased or walled voices, nor from ended categories or what no person sorted', async () => {
  const world = await makeWorld();
  await aVoice(world, 'answered', { words: 'Still open' });
  const learned = await closed(world, 'Water from the pipe');
  const changes = ["erased_at = now(), words = ''", "sealed = 'named'", 'category = null'];
  for (const change of changes) {
    const { id } = await closed(world, `Not this one: ${change}`);
    await sql`update voices set ${sql.raw(change)} where community_id = ${world.communityId} and id = ${id}`.execute(database());
  }
  const ours = async () => (await findSorted()).filter(({ words }) => /^Water from|^Still open|^Not this/.test(words));
  expect((await ours()).map(({ words, category }) => [words, category])).toEqual([['Water from the pipe', 'water']]);
  await database().updateTable('categories').set({ ended_at: new Date() }).where('code', '=', 'water').execute();
  expect(await ours()).toEqual([]);
  await database().updateTable('categories').set({ ended_at: null }).where('code', '=', 'water').execute();
  expect(learned.id).toBeTruthy();
});
