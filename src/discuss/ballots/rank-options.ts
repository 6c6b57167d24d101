// A preference poll is counted by Schulze's method (beatpath): it takes the option that wins against every other one in
// pairs, where there is one, and stays fair where pairs run in a circle. Similar options don't take votes from each other,
// as they would where only first places count, and nobody gains by leaving out a rival, as with points for places.
// Public, short enough to check by hand for three options, and in use in many associations.

/** `ranking`: the numbers of the options, from 0, the best first; those left out come last, all alike. */
export type Paper = { ranking: readonly number[]; papers: number };
/** `places`: the options of each place, the best first; alike ones share a place. `beats[a][b]`: papers that prefer a to b. */
export type Ranked = { places: number[][]; beats: number[][] };

/** Counts the pairs, the strongest paths between them, and the order that follows. */
export function rankOptions(options: number, papers: readonly Paper[]): Ranked {
  const beats = pairsOf(options, papers);
  const strongest = pathsOf(options, beats);
  const wins = (a: number, b: number) => (strongest[a]?.[b] ?? 0) > (strongest[b]?.[a] ?? 0);
  const all = Array.from({ length: options }, (_, at) => at);
  const places: number[][] = [];
  let left = all;
  while (left.length > 0) {
    const best = left.filter((a) => left.every((b) => !wins(b, a)));
    places.push(best);
    left = left.filter((a) => !best.includes(a));
  }
  return { places, beats };
}

function square(size: number): number[][] {
  return Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
}

function pairsOf(options: number, papers: readonly Paper[]): number[][] {
  const beats = square(options);
  for (const { ranking, papers: count } of papers) {
    const placeOf = (option: number) => (ranking.includes(option) ? ranking.indexOf(option) : options);
    for (let a = 0; a < options; a++) {
      const row = beats[a] ?? [];
      for (let b = 0; b < options; b++) if (placeOf(a) < placeOf(b)) row[b] = (row[b] ?? 0) + count;
    }
  }
  return beats;
}

/** The strongest path from each option to each other: as strong as its weakest win (Floyd and Warshall's way). */
function pathsOf(options: number, beats: readonly number[][]): number[][] {
  const at = (of: readonly number[][], a: number, b: number) => of[a]?.[b] ?? 0;
  const paths = beats.map((row, a) => row.map((count, b) => (count > at(beats, b, a) ? count : 0)));
  for (let over = 0; over < options; over++)
    for (let from = 0; from < options; from++)
      for (let to = 0; to < options; to++) {
        const row = paths[from];
        if (row && from !== to) row[to] = Math.max(at(paths, from, to), Math.min(at(paths, from, over), at(paths, over, to)));
      }
  return paths;
}
