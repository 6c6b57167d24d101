import { cleanText } from '#listen/categories/index.ts';
import type { Message } from './read-messages.ts';

const near = 0.8;
/** Of a pair of characters, so many messages that have it are compared. */
const commonest = 400;

/**
 * Which messages belong together, as the data folder says: the same message in both files, the same title of 8 or more
 * characters, near-copies (cosine of character pairs ≥ 0.8). Returns one group name per message.
 */
export function groupCopies(messages: readonly Message[]): string[] {
  const above = new Map<string, string>();
  const top = (of: string): string => {
    const parent = above.get(of);
    return parent === undefined || parent === of ? of : top(parent);
  };
  const unite = (one: string, other: string) => above.set(top(one), top(other));
  const titles = new Map<string, string>();
  for (const { title, twin } of messages) {
    if (title.length < 8) continue;
    const first = titles.get(title);
    if (first === undefined) titles.set(title, twin);
    else unite(twin, first);
  }
  for (const raw of [true, false])
    for (const [one, other] of findNear(messages.filter((message) => message.raw === raw))) unite(one, other);
  return messages.map(({ twin }) => top(twin));
}

function findNear(messages: readonly Message[]): [string, string][] {
  const lists = new Map<string, { at: number; count: number }[]>();
  const lengths: number[] = [];
  const found: [string, string][] = [];
  messages.forEach(({ title, words, twin }, at) => {
    const pairs = countPairs(cleanText(title + words).replaceAll(/\s+/g, ''));
    lengths[at] = Math.sqrt([...pairs.values()].reduce((sum, count) => sum + count * count, 0));
    const shared = new Map<number, number>();
    for (const [pair, count] of pairs) {
      const list = lists.get(pair) ?? [];
      if (list.length < commonest) for (const other of list) shared.set(other.at, (shared.get(other.at) ?? 0) + other.count * count);
      list.push({ at, count });
      lists.set(pair, list);
    }
    for (const [other, product] of shared)
      if (product >= near * (lengths[other] ?? 0) * (lengths[at] ?? 0)) found.push([twin, messages[other]?.twin ?? twin]);
  });
  return found;
}

function countPairs(clean: string): Map<string, number> {
  const pairs = new Map<string, number>();
  for (let at = 0; at + 2 <= clean.length; at++) {
    const pair = clean.slice(at, at + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
