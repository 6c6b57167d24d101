import { remembered } from '#foundation/remembered.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { findServing } from '#community/people/index.ts';
import { unpackModel, type Model } from './model.ts';
import { suggest, type Suggestion } from './suggest.ts';

/** A suggestion with what it rests on: from how many voices it was learned, how it did when tried, and how often it was taken. */
export type CategorySuggestion = Suggestion & { voices: number; tried: number; right: number; offered: number; taken: number };

/**
 * What a voice may be about, for the person who sorts it; null when nothing is known well enough. Among the reasons no
 * name of somebody who serves in this community appears, nor one of `named`. `open`: codes of the categories in use.
 */
export async function suggestCategory(
  communityId: number,
  words: string,
  open: readonly string[],
  named: readonly string[] = [],
): Promise<CategorySuggestion | null> {
  const learned = await findLearned('one');
  if (!learned || words === '') return null;
  const { model, voices, tried, right, offered, taken } = learned;
  const serving = await findServing(database(), communityId, await databaseTime());
  const [first] = suggest(model, words, open, [...named, ...serving.map(({ name }) => name)]);
  return first ? { ...first, voices, tried, right, offered, taken } : null;
}

type Learned = { model: Model; voices: number; tried: number; right: number; offered: number; taken: number };

/** Unpacked once in a while for everybody: it changes at night. */
const findLearned = remembered<'one', Learned | null>(60, async () => {
  const row = await database()
    .selectFrom('category_models')
    .select(['voices', 'tried', 'right_when_tried as right', 'offered', 'taken', 'model'])
    .executeTakeFirst();
  return row?.model ? { ...row, model: unpackModel(row.model) } : null;
});
