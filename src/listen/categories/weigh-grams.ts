import { buckets } from './grams.ts';

/** A gram seen in fewer matters than this is a name or a slip of the pen. */
const rarest = 2;

/**
 * How much each gram says: it is rare, log(1 + N/df), and it keeps to few categories, (1.02 − H(category | gram) /
 * log K)^0.7 with the categories evened out. 0 for a gram that says nothing. One number per bucket.
 */
export function weighGrams(counts: readonly Map<number, number>[], labels: readonly number[], categories: number): Float32Array {
  const weights = new Float32Array(buckets);
  const matters = new Float64Array(categories);
  const seen = new Uint16Array(buckets * categories);
  const total = new Uint16Array(buckets);
  counts.forEach((grams, at) => {
    const label = labels[at] ?? 0;
    matters[label] = (matters[label] ?? 0) + 1;
    for (const bucket of grams.keys()) {
      seen[bucket * categories + label] = (seen[bucket * categories + label] ?? 0) + 1;
      total[bucket] = (total[bucket] ?? 0) + 1;
    }
  });
  for (let bucket = 0; bucket < buckets; bucket++) {
    const matches = total[bucket] ?? 0;
    if (matches < rarest) continue;
    const row = seen.subarray(bucket * categories, (bucket + 1) * categories);
    weights[bucket] = Math.log(1 + counts.length / matches) * Math.pow(1.02 - spread(row, matters), 0.7);
  }
  return weights;
}

/** 0: only in one category; 1: evenly in all of them. */
function spread(row: Uint16Array, matters: Float64Array): number {
  let sum = 0;
  const shares = [...row].map((count, label) => (count + 0.5) / ((matters[label] ?? 0) + row.length / 2));
  for (const share of shares) sum += share;
  const entropy = shares.reduce((total, share) => total - (share / sum) * Math.log(share / sum), 0);
  return entropy / Math.log(Math.max(2, row.length));
}
