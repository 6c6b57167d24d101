import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { findSorted } from './find-sorted.ts';
import { fewestVoices, type Lesson } from './learn.ts';
import { learnApart } from './learn-apart.ts';

/** Learning again sooner than this teaches nothing new. */
const restHours = 20;

/**
 * Scheduled work, every night: learns anew from the closed voices as they stand now, so that what was erased is
 * forgotten, and counts how often its suggestions were taken. Returns null when it has learned within the last hours.
 */
export async function learnCategories(how: How = {}): Promise<Lesson | null> {
  const recent = await database()
    .selectFrom('category_models')
    .select('learned_at')
    .where('learned_at', '>', sql<Date>`${how.now ?? sql`clock_timestamp()`}::timestamptz - make_interval(hours => ${restHours})`)
    .executeTakeFirst();
  if (recent) return null;
  const examples = await findSorted();
  const lesson = examples.length < fewestVoices ? { voices: examples.length, tried: 0, right: 0, model: null } : await learnApart(examples);
  await perform({ actor: 'system', verb: 'categories.learn', input: null }, how, async ({ trx, now }) => {
    const row = {
      learned_at: now,
      voices: lesson.voices,
      tried: lesson.tried,
      right_when_tried: lesson.right,
      model: lesson.model,
      ...(await countTaken(now)),
    };
    await trx
      .insertInto('category_models')
      .values(row)
      .onConflict((conflict) => conflict.column('one').doUpdateSet(row))
      .execute();
    return null;
  });
  return lesson;
}

/** Of the last year: how often a suggestion stood at the form when a voice was sorted, and how often it was kept. */
async function countTaken(now: Date): Promise<{ offered: number; taken: number }> {
  const { rows } = await sql<{ offered: number; taken: number }>`
    select count(*)::int as offered, count(*) filter (where e.data->>'suggested' = e.data->>'category')::int as taken
    from communities c join events e on e.community_id = c.id and e.name = 'voice.triaged'
      and e.at > ${now}::timestamptz - interval '1 year'
    where e.data ? 'suggested'`.execute(database());
  return rows[0] ?? { offered: 0, taken: 0 };
}
