import endings from './place-endings.json' with { type: 'json' };

// What a text is made of when two are compared: pairs of Chinese characters, Latin words, and codes such as a building's
// number; each says something about where, or about what.

/** `place`: it stands in the name of a place, a firm, a line or a code. */
export type Gram = { gram: string; place: boolean };

const han = '\\p{Script=Han}';
const run = new RegExp(
  `(?<code>[\\p{Script=Latin}\\p{N}]*\\p{N}[\\p{Script=Latin}\\p{N}]*)|(?<word>\\p{Script=Latin}+)|(?<han>${han}+)`,
  'gu',
);
const hanEnding = new RegExp(endings.han.split(' ').join('|'), 'gu');
const latinEndings = new Set(endings.latin.split(' '));
/** a name seldom has more characters before its ending; more would take in what is said about the place */
const before = 3;

/** The grams of a text in their order, each as often as it stands there. A line break or mark is never bridged. */
export function gramsOf(text: string): Gram[] {
  const found: Gram[] = [];
  const clean = text.normalize('NFKC').toLowerCase();
  let previous = { end: -2, gram: '', code: false };
  for (const match of clean.matchAll(run)) {
    const { code, word, han: characters } = match.groups ?? {};
    const beside = match.index === previous.end || (match.index === previous.end + 1 && clean[previous.end] === ' ');
    if (characters) {
      // "12" and the character after it are one thing: a building, a bus, a line.
      if (beside && previous.code) found.push({ gram: previous.gram + [...characters][0], place: true });
      found.push(...pairsOf(characters));
    } else {
      const gram = (code ?? word ?? '').slice(0, 64);
      const ending = word !== undefined && latinEndings.has(gram);
      const last = found.at(-1);
      if (ending && last && beside) found[found.length - 1] = { ...last, place: true };
      if (code && beside && previous.gram) found.push({ gram: `${previous.gram} ${gram}`, place: true });
      found.push({ gram, place: code !== undefined || ending });
    }
    previous = { end: match.index + match[0].length, gram: characters ? '' : match[0].slice(0, 64), code: code !== undefined };
  }
  return found;
}

function pairsOf(text: string): Gram[] {
  const characters = [...text];
  const marked = new Set<number>();
  const named = characters.join('');
  for (const match of named.matchAll(hanEnding)) {
    for (let at = Math.max(0, match.index - before); at < match.index + match[0].length; at++) marked.add(at);
  }
  return characters
    .slice(1)
    .map((character, at) => ({ gram: `${characters[at]}${character}`, place: marked.has(at) && marked.has(at + 1) }));
}
