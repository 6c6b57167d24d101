import { fingerprint, gramsOf, type Fingerprint, type Rarity } from './alike/index.ts';

// A voice as it is compared with others: the beginning of long words is enough, and the place belongs to it.

/** below this a likeness is chance: showing it would cost more reading than it saves */
export const worthShowing = 0.3;

/** People seldom give a title: what sums a voice up is how it begins, and where it is. */
export function printOf(words: string, place: string | null, rarity: Rarity): Fingerprint {
  const beginning = /^[^。！？!?\n]{1,60}/u.exec(words.trim())?.[0] ?? words.slice(0, 60);
  return fingerprint({ title: `${place ?? ''}\n${beginning}`, body: words.slice(0, 1000) }, rarity);
}

/** The words to look for: the rarest, and among these the names of places first. */
export function tellingWords(words: string, place: string | null, rarity: Rarity): string[] {
  const grams = new Map<string, number>();
  for (const { gram, place: named } of gramsOf(`${place ?? ''}\n${words.slice(0, 1000)}`)) {
    if (!gram.includes(' ')) grams.set(gram, rarity(gram) + (named ? 0.5 : 0));
  }
  return [...grams]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 32)
    .map(([gram]) => gram);
}
