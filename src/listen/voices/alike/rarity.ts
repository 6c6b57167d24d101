// How much a shared gram tells: what everybody says tells nothing, a name few say tells much.

/** What a gram tells, from how many texts have it; more for the rarer. */
export type Rarity = (gram: string) => number;

/**
 * Below one text in 200 there is no more to tell apart: on real messages it made no difference, and the database's own
 * statistics count no finer.
 */
const rarest = 1 / 200;

/** From the share of texts (0–1) that have a gram; `undefined` for one so rare that nobody counted it. */
export function rarityBy(shareOf: (gram: string) => number | undefined): Rarity {
  return (gram) => Math.log(1 + 1 / Math.max(rarest, shareOf(gram) ?? rarest));
}

/** From the texts themselves, each as its distinct grams. */
export function rarityAmong(texts: Iterable<Set<string>>): Rarity {
  const counts = new Map<string, number>();
  let all = 0;
  for (const text of texts) {
    all++;
    for (const gram of text) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return rarityBy((gram) => (counts.get(gram) ?? 1) / Math.max(1, all));
}
