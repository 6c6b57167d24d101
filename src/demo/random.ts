// Chance that repeats itself: the same seed gives the same town, on every machine.

export type Random = {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  int(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffle<T>(list: readonly T[]): T[];
};

/** A generator (mulberry32) whose sequence depends on the words of the seed only. */
export function randomFrom(seed: string): Random {
  let state = seedNumber(seed);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (list) => pickFrom(list, next()),
    shuffle: (list) => shuffled(list, int),
  };
}

/** `total` picks in the proportion of the weights, rounded by largest remainder; in the order of the weights. */
export function shares<K extends string>(total: number, weights: Partial<Record<K, number>>): K[] {
  const entries = (Object.keys(weights) as K[]).map((key) => ({ key, weight: weights[key] ?? 0 }));
  const sum = entries.reduce((so, { weight }) => so + weight, 0);
  const parts = entries.map(({ key, weight }) => ({ key, whole: Math.floor((total * weight) / sum), rest: ((total * weight) / sum) % 1 }));
  const missing = total - parts.reduce((so, { whole }) => so + whole, 0);
  const lucky = new Set(
    parts
      .toSorted((a, b) => b.rest - a.rest)
      .slice(0, missing)
      .map(({ key }) => key),
  );
  return parts.flatMap(({ key, whole }) => Array.from({ length: whole + (lucky.has(key) ? 1 : 0) }, () => key));
}

/** FNV-1a: any text becomes a number to start from. */
function seedNumber(seed: string): number {
  let hash = 0x811c9dc5;
  for (const character of seed) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash;
}

function pickFrom<T>(list: readonly T[], chance: number): T {
  const picked = list[Math.floor(chance * list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

function shuffled<T>(list: readonly T[], int: (from: number, to: number) => number): T[] {
  const mixed: T[] = [];
  for (const one of list) mixed.splice(int(0, mixed.length), 0, one);
  return mixed;
}
