import { fingerprint, type Fingerprint, type Told } from './fingerprint.ts';
import { gramsOf } from './grams.ts';
import { likenessOf } from './likeness.ts';
import { rarityAmong } from './rarity.ts';
import { sameMatter } from './same-matter.ts';

/** One suggestion: `query` and `candidate` are positions in the list given; `score` from 0 to 1. */
export type Pair = { query: number; candidate: number; score: number };

/** how many texts with the most in common are looked at closely */
const looked = 60;

/** For every text of a closed list the most alike others, best first, at most `most` each. */
export function rankAlike(told: Told[], most = 10): Pair[] {
  const rarity = rarityAmong(told.map(({ title, body }) => new Set(gramsOf(`${title}\n${body}`).map(({ gram }) => gram))));
  const prints = told.map((one) => fingerprint(one, rarity));
  const nearest = nearestAmong(prints);
  return prints.flatMap((print, query) =>
    nearest(query)
      .map((candidate) => ({ query, candidate, score: scoreOf(print, prints[candidate]) }))
      .toSorted((a, b) => b.score - a.score || a.candidate - b.candidate)
      .slice(0, most),
  );

  function scoreOf(a: Fingerprint, b: Fingerprint | undefined): number {
    return b ? sameMatter(likenessOf(a, b, rarity)) : 0;
  }
}

/** The `looked` others that share most, through a list of the texts each gram stands in. */
function nearestAmong(prints: Fingerprint[]): (query: number) => number[] {
  const postings = new Map<string, { at: number; weight: number }[]>();
  for (const [at, print] of prints.entries()) {
    for (const [gram, weight] of weightsOf(print)) {
      const list = postings.get(gram);
      if (list) list.push({ at, weight });
      else postings.set(gram, [{ at, weight }]);
    }
  }
  return (query) => {
    const sums = new Float64Array(prints.length);
    const print = prints[query];
    if (!print) return [];
    for (const [gram, weight] of weightsOf(print)) for (const other of postings.get(gram) ?? []) add(sums, other, weight);
    sums[query] = 0;
    return [...sums.keys()]
      .filter((at) => (sums[at] ?? 0) > 0)
      .toSorted((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0))
      .slice(0, looked);
  };
}

function weightsOf({ place, rest }: Fingerprint): [string, number][] {
  return [...place, ...rest];
}

function add(sums: Float64Array, { at, weight }: { at: number; weight: number }, mine: number): void {
  sums[at] = (sums[at] ?? 0) + weight * mine;
}
