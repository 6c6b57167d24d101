import type { Fingerprint } from './fingerprint.ts';
import type { Rarity } from './rarity.ts';

/** What two texts have in common and what keeps them apart, each from 0 to 1. */
export type Likeness = {
  /** place and trouble are both shared: the smaller of the two cosines, so that neither makes up for the other */
  both: number;
  /** what sums up each one is said by the other as well */
  summedUp: number;
  /** the same words, but each sums up naming places the other never names: copied for somewhere else */
  copiedElsewhere: number;
  /** the places named above all by each are unknown to the other, by as much as the rest agrees */
  otherPlaces: number;
};

export function likenessOf(a: Fingerprint, b: Fingerprint, rarity: Rarity): Likeness {
  const rest = cosine(a.rest, b.rest);
  const lacking = Math.min(lack(a.titlePlaces, b, rarity), lack(b.titlePlaces, a, rarity), 40) / 40;
  return {
    both: Math.sqrt(Math.min(cosine(a.place, b.place), rest)),
    summedUp: Math.sqrt(saidBy(b, a.title, rarity) * saidBy(a, b.title, rarity)),
    copiedElsewhere: Math.sqrt(lacking) * rest,
    otherPlaces: Math.min(unknownTo(b, a), unknownTo(a, b)) * rest,
  };
}

function cosine(a: Map<string, number>, b: Map<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [gram, weight] of small) sum += weight * (large.get(gram) ?? 0);
  return Math.min(1, sum);
}

/** The share of a title that another text says too. Twenty is added below so that a title of few words proves little. */
function saidBy({ grams }: Fingerprint, title: string[], rarity: Rarity): number {
  let said = 0;
  let all = 20;
  for (const gram of title) {
    const tells = Math.max(0, rarity(gram) - 1.5) ** 2;
    all += tells;
    if (grams.has(gram)) said += tells;
  }
  return said / all;
}

function lack(places: string[], { grams }: Fingerprint, rarity: Rarity): number {
  return places.reduce((sum, gram) => (grams.has(gram) ? sum : sum + Math.max(0, rarity(gram) - 2) ** 2), 0);
}

function unknownTo({ grams }: Fingerprint, { mainPlaces }: Fingerprint): number {
  return mainPlaces.reduce((sum, [gram, share]) => (grams.has(gram) ? sum : sum + share), 0);
}
