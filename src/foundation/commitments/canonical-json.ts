/** One way to write a value, so that two who hold the same content hash the same bytes. Runs in browsers too. */

/** What can be committed to: texts, whole numbers, truth values, lists and records of them. */
export type Content = string | number | boolean | null | undefined | readonly Content[] | { readonly [key: string]: Content };

/**
 * The subset of RFC 8785 (JSON Canonicalization Scheme) that Huiyin needs: members sorted by UTF-16 code units, no
 * spaces, members that are undefined left out. Throws TypeError for numbers that aren't safe integers, and for texts
 * with a lone surrogate, which have no UTF-8.
 */
export function canonicalJson(content: Content): string {
  if (content === null || typeof content === 'boolean') return String(content);
  if (typeof content === 'number') return canonicalNumber(content);
  if (typeof content === 'string') return canonicalText(content);
  if (content === undefined) throw new TypeError('nothing has no canonical form');
  if (isList(content)) return `[${content.map(canonicalJson).join(',')}]`;
  const members = Object.keys(content)
    .toSorted(byCodeUnits)
    .flatMap((key) => (content[key] === undefined ? [] : [`${canonicalText(key)}:${canonicalJson(content[key])}`]));
  return `{${members.join(',')}}`;
}

function canonicalNumber(number: number): string {
  if (!Number.isSafeInteger(number)) throw new TypeError(`${number} is not a whole number: write it as text`);
  return Object.is(number, -0) ? '0' : String(number);
}

/** ECMAScript's own escaping is the one RFC 8785 §3.2.2.2 prescribes. */
function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('this text has a lone surrogate');
  return JSON.stringify(text);
}

function isList(content: object): content is readonly Content[] {
  return Array.isArray(content);
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
