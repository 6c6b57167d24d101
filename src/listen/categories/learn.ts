import type { Example } from './example.ts';
import { packModel } from './model.ts';
import { trainModel } from './train-model.ts';
import { findSure, tryOut } from './try-out.ts';

/** Below this many matters over this many categories nothing is suggested. */
export const fewestVoices = 200;
const fewestCategories = 3;
/** A category with fewer matters than this is not learned yet. */
const fewestOfCategory = 8;
/** A suggestion is made only where this share of its like was right when tried, on so many at least. */
const rightOften = 0.9;
const fewestTried = 50;
const turns = 4;

/** What an evening of learning comes to. `model`: packed, or null when there is too little or it isn't right often enough. */
export type Lesson = { voices: number; tried: number; right: number; model: Buffer | null };

/** Learns from matters that people sorted, and tries itself on each of them before it had seen it. Pure and deterministic. */
export function learn(examples: readonly Example[]): Lesson {
  const sizes = Map.groupBy(examples, ({ category }) => category);
  const enough = examples.filter(({ category }) => (sizes.get(category)?.length ?? 0) >= fewestOfCategory);
  const categories = new Set(enough.map(({ category }) => category)).size;
  if (enough.length < fewestVoices || categories < fewestCategories) return { voices: enough.length, tried: 0, right: 0, model: null };
  const { verdicts } = tryOut(enough, turns);
  const sure = findSure(verdicts, rightOften, fewestTried);
  const right = verdicts.filter(({ truth, said }) => truth === said).length;
  const model = sure === null ? null : packModel({ ...trainModel(enough), sure });
  return { voices: enough.length, tried: verdicts.length, right, model };
}
