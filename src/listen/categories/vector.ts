/** A text as a direction of length 1: which terms, and how much of each. */
export type Vector = { terms: Int32Array; values: Float32Array };

/** A gram said again adds less each time: count × 2.5 / (count + 1.5) [BM25] × weight; all brought to length 1. `termOf`: the number of a bucket's term, or −1 when it says nothing. */
export function toVector(counts: Map<number, number>, termOf: (bucket: number) => number, weightOf: (term: number) => number): Vector {
  const terms: number[] = [];
  const values: number[] = [];
  let square = 0;
  for (const [bucket, count] of counts) {
    const term = termOf(bucket);
    if (term < 0) continue;
    const value = saturated(count) * weightOf(term);
    terms.push(term);
    values.push(value);
    square += value * value;
  }
  const length = Math.sqrt(square) || 1;
  return { terms: Int32Array.from(terms), values: Float32Array.from(values, (value) => value / length) };
}

export function saturated(count: number): number {
  return (count * 2.5) / (count + 1.5);
}
