import type { Category } from '#listen/voices/index.ts';
import type { Standing } from './find-comparison.ts';

/** `category` is null for voices nobody has sorted yet; `communities`: in how many it came up. */
export type CategoryCount = { category: Category | null; received: number; open: number; communities: number };

/** What is spoken about across communities, the most frequent first: where several have it, one talk may serve all. */
export function addCategories(standings: readonly Pick<Standing, 'categories'>[], known: readonly Category[]): CategoryCount[] {
  const sums = new Map<string | null, CategoryCount>();
  for (const { code, received, open } of standings.flatMap((standing) => standing.categories)) {
    const category = known.find((one) => one.code === code) ?? null;
    const sum = sums.get(category?.code ?? null) ?? { category, received: 0, open: 0, communities: 0 };
    sums.set(category?.code ?? null, {
      category, received: sum.received + received, open: sum.open + open, communities: sum.communities + (received + open > 0 ? 1 : 0),
    });
  }
  return [...sums.values()].filter(({ received, open }) => received + open > 0).toSorted((a, b) => b.received - a.received);
}
