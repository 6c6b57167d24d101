import type { Example } from './example.ts';
import { buckets, countGrams } from './grams.ts';
import type { Model } from './model.ts';
import { separate } from './separate.ts';
import { toVector } from './vector.ts';
import { weighGrams } from './weigh-grams.ts';

/** Terms that are kept: those that pull hardest. Less than 1 MB; more of them decide nothing (figures: decision 23). */
const mostTerms = 120_000;

/** Learns from matters sorted by hand: one separator per category. Deterministic: the same examples give the same bytes. */
export function trainModel(examples: readonly Example[], terms = mostTerms): Model {
  const categories = [...new Set(examples.map(({ category }) => category))].toSorted();
  const labels = examples.map(({ category }) => categories.indexOf(category));
  const counts = examples.map((example) => countGrams(example));
  const weights = weighGrams(counts, labels, categories.length);
  const used = findUsed(weights);
  const termOf = new Int32Array(buckets).fill(-1);
  used.forEach((bucket, term) => (termOf[bucket] = term));
  const vectors = counts.map((grams) =>
    toVector(
      grams,
      (bucket) => termOf[bucket] ?? -1,
      (term) => weights[used[term] ?? 0] ?? 0,
    ),
  );
  const pulls = categories.map((_, category) =>
    separate(
      vectors,
      labels.map((label) => label === category),
      costs(labels, category, categories.length),
      used.length,
    ),
  );
  return keepStrongest({ categories, used, weights, pulls }, terms);
}

function findUsed(weights: Float32Array): Uint32Array {
  const used: number[] = [];
  weights.forEach((weight, bucket) => {
    if (weight > 0) used.push(bucket);
  });
  return Uint32Array.from(used);
}

/** What a mistake costs against the wish for a simple rule; between 1 and 4 it makes no difference to speak of. */
const mistake = 2;

/** The rarer a category, the more a mistake about it costs: by the root, so that a handful of voices isn't everything. */
function costs(labels: readonly number[], category: number, categories: number): number[] {
  const ones = labels.filter((label) => label === category).length;
  const cost = Math.sqrt(labels.length / categories / Math.max(1, ones));
  return labels.map((label) => mistake * (label === category ? cost : 1));
}

type Learned = { categories: string[]; used: Uint32Array; weights: Float32Array; pulls: Float32Array[] };

function keepStrongest({ categories, used, weights, pulls }: Learned, most: number): Model {
  const strength = Float32Array.from(used, (bucket, term) => {
    const pull = pulls.reduce((hardest, one) => Math.max(hardest, Math.abs(one[term] ?? 0)), 0);
    return pull * (weights[bucket] ?? 0);
  });
  const kept = Int32Array.from(used.keys())
    .toSorted((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0) || a - b)
    .subarray(0, most)
    .toSorted((a, b) => a - b);
  const scales = pulls.map((pull) => kept.reduce((most_, term) => Math.max(most_, Math.abs(pull[term] ?? 0)), 1e-9) / 127);
  const steps = new Int8Array(kept.length * categories.length);
  kept.forEach((term, at) => {
    pulls.forEach((pull, category) => {
      steps[at * categories.length + category] = Math.round((pull[term] ?? 0) / (scales[category] ?? 1));
    });
  });
  return {
    categories,
    constants: pulls.map((pull) => pull[used.length] ?? 0),
    scales,
    sure: 0,
    buckets: Uint32Array.from(kept, (term) => used[term] ?? 0),
    weights: Float32Array.from(kept, (term) => weights[used[term] ?? 0] ?? 0),
    steps,
  };
}
