import type { Vector } from './vector.ts';

const rounds = 12;

/**
 * A linear support vector machine for one category against all others: dual coordinate descent with squared hinge loss
 * [Hsieh et al., ICML 2008, algorithm 1]. `cost`: what a mistake costs, per example. Same input, same answer: the order
 * is shuffled from a fixed seed. Returns one weight per term and, last, the constant.
 */
export function separate(vectors: readonly Vector[], isIt: readonly boolean[], cost: readonly number[], terms: number): Float32Array {
  const weights = new Float32Array(terms + 1);
  const alpha = new Float64Array(vectors.length);
  const diagonal = vectors.map(({ values }, at) => values.reduce((sum, value) => sum + value * value, 1) + ease(cost[at]));
  const order = vectors.map((_, at) => at);
  let seed = 1;
  for (let round = 0; round < rounds; round++) {
    seed = shuffle(order, seed);
    for (const at of order) {
      const vector = vectors[at];
      if (!vector) continue;
      const sign = isIt[at] ? 1 : -1;
      const old = alpha[at] ?? 0;
      const gradient = sign * (weightOf(weights, vector) + (weights[terms] ?? 0)) - 1 + old * ease(cost[at]);
      const step = Math.max(0, old - gradient / (diagonal[at] ?? 1));
      if (step === old) continue;
      alpha[at] = step;
      move(weights, vector, (step - old) * sign, terms);
    }
  }
  return weights;
}

function ease(cost = 1): number {
  return 1 / (2 * cost);
}

function weightOf(weights: Float32Array, { terms, values }: Vector): number {
  let sum = 0;
  for (let at = 0; at < terms.length; at++) sum += (weights[terms[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function move(weights: Float32Array, { terms, values }: Vector, by: number, constant: number): void {
  for (let at = 0; at < terms.length; at++) {
    const term = terms[at] ?? 0;
    weights[term] = (weights[term] ?? 0) + by * (values[at] ?? 0);
  }
  weights[constant] = (weights[constant] ?? 0) + by;
}

function shuffle(order: number[], seed: number): number {
  let next = seed;
  for (let at = order.length - 1; at > 0; at--) {
    next = (Math.imul(next, 1_664_525) + 1_013_904_223) >>> 0;
    const other = next % (at + 1);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
  return next;
}
