// Chinese has no spaces: a text is found by its pairs of neighbouring characters, a Latin word by itself.

const han = /\p{Script=Han}+/gu;
const latin = /[\p{Script=Latin}\p{Number}]+/gu;

/** The distinct search words of texts: pairs (and single characters) of Chinese runs, lower-cased Latin words and numbers. */
export function searchWords(...texts: (string | null | undefined)[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    const clean = normalise(text ?? '');
    for (const [word] of clean.matchAll(latin)) if (word.length <= 64) found.add(word);
    for (const [run] of clean.matchAll(han)) {
      const characters = [...run];
      for (let at = 0; at < characters.length; at++) {
        found.add(characters[at] ?? '');
        if (at + 1 < characters.length) found.add(`${characters[at]}${characters[at + 1]}`);
      }
    }
  }
  return [...found];
}

/**
 * A `tsquery` text that asks for all of what somebody typed; null when there is nothing to look for. Chinese runs ask
 * for their pairs only (a lone character for itself), Latin words also match as beginnings.
 */
export function searchQuery(typed: string): string | null {
  const clean = normalise(typed).slice(0, 200);
  const asked: string[] = [];
  for (const [word] of clean.matchAll(latin)) asked.push(`${quote(word)}:*`);
  for (const [run] of clean.matchAll(han)) {
    const characters = [...run];
    if (characters.length === 1) asked.push(quote(run));
    for (let at = 0; at + 1 < characters.length; at++) asked.push(quote(`${characters[at]}${characters[at + 1]}`));
  }
  return asked.length > 0 ? [...new Set(asked)].slice(0, 40).join(' & ') : null;
}

/** A `tsquery` text that asks for any of these search words; null when there are none. */
export function anyOfQuery(words: readonly string[]): string | null {
  return words.length > 0 ? words.map(quote).join(' | ') : null;
}

function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function quote(word: string): string {
  return `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
}
