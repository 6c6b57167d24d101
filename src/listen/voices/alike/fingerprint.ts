import { gramsOf, type Gram } from './grams.ts';
import type { Rarity } from './rarity.ts';

/** What somebody said. `title`: the sentence that sums it up; it counts twice. */
export type Told = { title: string; body: string };

/** A text made ready to be compared with many others. Vectors have length 1. */
export type Fingerprint = {
  grams: Set<string>;
  title: string[];
  titlePlaces: string[];
  place: Map<string, number>;
  rest: Map<string, number>;
  /** the places it names above all, with the share of each (0–1) */
  mainPlaces: [gram: string, share: number][];
};

export function fingerprint({ title, body }: Told, rarity: Rarity): Fingerprint {
  const inTitle = gramsOf(title);
  const counted = [...inTitle, ...inTitle, ...gramsOf(body)];
  const place = vectorOf(
    counted.filter((one) => one.place),
    rarity,
  );
  const top = [...place].toSorted((a, b) => b[1] - a[1]).slice(0, 8);
  const whole = top.reduce((sum, [, weight]) => sum + weight ** 2, 0) || 1;
  return {
    grams: new Set(counted.map(({ gram }) => gram)),
    title: distinct(inTitle),
    titlePlaces: distinct(inTitle.filter((one) => one.place)),
    place,
    rest: vectorOf(
      counted.filter((one) => !one.place),
      rarity,
    ),
    mainPlaces: top.map(([gram, weight]) => [gram, weight ** 2 / whole]),
  };
}

function distinct(grams: Gram[]): string[] {
  return [...new Set(grams.map(({ gram }) => gram))];
}

function vectorOf(grams: Gram[], rarity: Rarity): Map<string, number> {
  const vector = new Map<string, number>();
  for (const { gram } of grams) vector.set(gram, (vector.get(gram) ?? 0) + 1);
  let length = 0;
  for (const [gram, count] of vector) {
    const weight = (1 + Math.log(count)) * rarity(gram);
    vector.set(gram, weight);
    length += weight ** 2;
  }
  length = Math.sqrt(length) || 1;
  for (const [gram, weight] of vector) vector.set(gram, weight / length);
  return vector;
}
