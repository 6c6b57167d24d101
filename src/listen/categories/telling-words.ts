import particles from './particles.json' with { type: 'json' };
import { cleanText, gramsOf } from './grams.ts';
import type { Model } from './model.ts';
import { termAt } from './score-text.ts';
import { saturated } from './vector.ts';

const mostWords = 3;
/** Two telling words side by side are one phrase, unless it gets longer than this. */
const longestPhrase = 6;
const chinese = new Intl.Segmenter('zh', { granularity: 'word' });

type Word = { from: number; to: number; pull: number };

/**
 * Which words of a text speak for a category, the strongest first: whole words, neighbours joined. They come from this
 * text alone; numbers, single characters and words with one of the `hidden` names in them are left out.
 */
export function findTellingWords(model: Model, text: string, category: string, hidden: readonly string[]): string[] {
  const clean = cleanText(text);
  const pulling = findPulling(model, clean, model.categories.indexOf(category));
  const words = join(pick(wordsOf(clean, pulling)), clean);
  const unspoken = hidden.map((name) => cleanText(name).trim()).filter(Boolean);
  const shown: string[] = [];
  for (const { from, to } of words.toSorted((a, b) => b.pull - a.pull)) {
    const word = clean.slice(from, to);
    const said = shown.some((other) => other.includes(word) || word.includes(other));
    if (!said && !unspoken.some((name) => name.includes(word) || word.includes(name))) shown.push(word);
  }
  return shown.slice(0, mostWords);
}

/** Every gram the model knows and how hard it pulls towards the category rather than the others. */
function findPulling(model: Model, clean: string, category: number): Word[] {
  const grams = gramsOf(clean).map((gram) => ({ ...gram, term: termAt(model.buckets, gram.bucket) }));
  const times = Map.groupBy(grams, ({ term }) => term);
  return grams
    .filter(({ term }) => term >= 0)
    .map(({ from, to, term }) => {
      const count = times.get(term)?.length ?? 1;
      const value = (saturated(count) / count) * (model.weights[term] ?? 0);
      return { from, to, pull: value * pullOf(model, term, category) };
    });
}

function pullOf(model: Model, term: number, category: number): number {
  const width = model.categories.length;
  const all = model.categories.map((_, at) => (model.steps[term * width + at] ?? 0) * (model.scales[at] ?? 0));
  const others = all.filter((_, at) => at !== category);
  return (all[category] ?? 0) - others.reduce((sum, one) => sum + one, 0) / Math.max(1, others.length);
}

function wordsOf(clean: string, pulling: readonly Word[]): Word[] {
  const pulls = new Float64Array(clean.length);
  for (const { from, to, pull } of pulling) for (let at = from; at < to; at++) pulls[at] = (pulls[at] ?? 0) + pull / (to - from);
  return completed(clean, pulling)
    .filter(({ from, to }) => readable.test(clean.slice(from, to)))
    .map(({ from, to }) => ({ from, to, pull: pulls.subarray(from, to).reduce((sum, one) => sum + one, 0) }));
}

/** The dictionary cuts some words of three characters in two; where the model knows all three together, they stay so. */
function completed(clean: string, pulling: readonly Word[]): Omit<Word, 'pull'>[] {
  const whole = new Set(pulling.filter(({ from, to, pull }) => to - from === 3 && pull > 0).map(({ from }) => from));
  const words: Omit<Word, 'pull'>[] = [];
  for (const { segment, index } of chinese.segment(clean)) {
    const last = words.at(-1);
    const fits = last && whole.has(last.from) && index + segment.length - last.from === 3;
    if (fits && !particle.test(clean.slice(last.from, last.to)) && !particle.test(segment)) last.to = index + segment.length;
    else words.push({ from: index, to: index + segment.length });
  }
  return words;
}

/** Characters that belong to the sentence or to the name of a place rather than to the word beside them. */
const particle = new RegExp(`^[${particles.chinese}]$`, 'u');

/** Chinese of two characters or more, or a Latin word of three letters or more. */
const readable = /^(?:\p{Script=Han}{2,}|\p{Script=Latin}{3,})$/u;

/** Those that really pull: a quarter of the strongest at least. */
function pick(words: readonly Word[]): Word[] {
  const strongest = words.toSorted((a, b) => b.pull - a.pull).slice(0, mostWords * 2);
  const least = (strongest[0]?.pull ?? 0) / 4;
  return strongest.filter(({ pull }) => pull > 0 && pull >= least).toSorted((a, b) => a.from - b.from);
}

function join(words: readonly Word[], clean: string): Word[] {
  const joined: Word[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const together =
      last && last.to === word.from && word.to - last.from <= longestPhrase && /^\p{Script=Han}+$/u.test(clean.slice(last.from, word.to));
    if (together) joined.splice(-1, 1, { from: last.from, to: word.to, pull: last.pull + word.pull });
    else joined.push(word);
  }
  return joined;
}
