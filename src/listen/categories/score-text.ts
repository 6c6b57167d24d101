import { countGrams } from './grams.ts';
import type { Model } from './model.ts';
import { toVector } from './vector.ts';

/** One number per category of the model, in its order: above 0 it looks like that category, below it doesn't. */
export function scoreText(model: Model, text: { title?: string | undefined; words: string }): number[] {
  const { terms, values } = toVector(
    countGrams(text),
    (bucket) => termAt(model.buckets, bucket),
    (term) => model.weights[term] ?? 0,
  );
  const width = model.categories.length;
  return model.categories.map((_, category) => {
    let steps = 0;
    for (let at = 0; at < terms.length; at++) steps += (model.steps[(terms[at] ?? 0) * width + category] ?? 0) * (values[at] ?? 0);
    return steps * (model.scales[category] ?? 0) + (model.constants[category] ?? 0);
  });
}

/** Where a bucket stands among the sorted ones; −1 when it was not kept. */
export function termAt(sorted: Uint32Array, bucket: number): number {
  let low = 0;
  let high = sorted.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = sorted[middle] ?? 0;
    if (found === bucket) return middle;
    if (found < bucket) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
