import type { Rarity } from './rarity.ts';

/** longer is a copied sentence: its beginning says enough */
const longest = { han: 16, latin: 40 };

/**
 * The telling words two texts have in common, to show why they were put side by side: the rarest first, at most `most`,
 * each as it stands in `ours` and none within another.
 */
export function sharedWords(ours: string, theirs: string, rarity: Rarity, most = 3): string[] {
  const other = theirs.normalize('NFKC').toLowerCase();
  const found = new Map<string, number>();
  for (const part of ours.normalize('NFKC').split(/[^\p{L}\p{N}' -]+/u)) {
    for (const { words, tells } of runsWithin(part, other, rarity)) found.set(words, Math.max(tells, found.get(words) ?? 0));
  }
  const best = [...found].toSorted((a, b) => b[1] - a[1]).map(([words]) => words);
  return best.filter((words, at) => !best.slice(0, at).some((before) => before.includes(words))).slice(0, most);
}

/** The longest stretches of a part that the other text has too: of characters in Chinese, of whole words elsewhere. */
function runsWithin(part: string, other: string, rarity: Rarity): { words: string; tells: number }[] {
  const units = part.match(/\p{Script=Han}|[^\p{Script=Han}\s]+|\s+/gu) ?? [];
  const runs: { words: string; tells: number }[] = [];
  let at = 0;
  while (at < units.length) {
    let end = at;
    while (
      end < units.length &&
      includesWhole(
        other,
        units
          .slice(at, end + 1)
          .join('')
          .toLowerCase(),
      )
    )
      end++;
    const words = units.slice(at, end).join('').trim();
    if (words.length > 1)
      runs.push({
        words: words.slice(0, /\p{Script=Han}/u.test(words) ? longest.han : longest.latin),
        tells: tellsOf(words.toLowerCase(), rarity),
      });
    at = Math.max(end, at + 1);
  }
  return runs;
}

function includesWhole(text: string, words: string): boolean {
  const at = text.indexOf(words);
  if (at < 0) return false;
  const edge = /[\p{Script=Latin}\p{N}]/u;
  const cut = (left: string | undefined, right: string | undefined) => edge.test(left ?? '') && edge.test(right ?? '');
  return !cut(text[at - 1], words[0]) && !cut(words.at(-1), text[at + words.length]);
}

/** Small words like "on the" tell as little as the rarest thing in them. */
function tellsOf(words: string, rarity: Rarity): number {
  const characters = [...words];
  if (!/\p{Script=Han}/u.test(words)) return words.split(/\s+/).reduce((sum, word) => sum + (word.length > 3 ? rarity(word) : 0), 0);
  return characters.slice(1).reduce((sum, character, at) => sum + rarity(`${characters[at]}${character}`), 0);
}
