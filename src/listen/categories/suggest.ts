import type { Model } from './model.ts';
import { scoreText } from './score-text.ts';
import { findTellingWords } from './telling-words.ts';
import { lead } from './try-out.ts';

/** `score`: how far ahead of the next category; `because`: words of the text at hand, the most telling first. */
export type Suggestion = { category: string; score: number; because: string[] };

/**
 * What a text may be about: the first suggestion, or none when it says too little or is unsure. Only categories in
 * `open` are ever suggested. `hidden`: names that are never shown as a reason.
 */
export function suggest(model: Model, words: string, open: readonly string[], hidden: readonly string[] = []): Suggestion[] {
  const scores = scoreText(model, { words });
  const known = model.categories.flatMap((category, at) => (open.includes(category) ? [{ category, score: scores[at] ?? 0 }] : []));
  if (known.length < 2) return [];
  const { said, ahead } = lead(
    known.map(({ category }) => category),
    known.map(({ score }) => score),
  );
  if (ahead < model.sure) return [];
  const because = findTellingWords(model, words, said, hidden);
  return because.length > 0 ? [{ category: said, score: ahead, because }] : [];
}
