import type { Category } from '#listen/voices/index.ts';
import type { Standing } from './find-comparison.ts';
import { hideSmallCells, type Cells } from '#foundation/hide-small-cells.ts';

/** `category` is null for voices nobody has sorted yet; `communities`: in how many it came up. */
export type CategoryCount = { category: Category | null; count: number; communities: number };

/** What was spoken about across communities, the most frequent first: where several have it, one talk may serve all. */
export function addCategories(standings: readonly Pick<Standing, 'categories'>[], known: readonly Category[]): Cells<CategoryCount> {
  const names = new Map(known.map((category) => [category.code, category]));
  const sums = new Map<string | null, CategoryCount>();
  for (const { categories } of standings) {
    for (const { code, received } of categories) {
      const sum = sums.get(code) ?? { category: names.get(code ?? '') ?? null, count: 0, communities: 0 };
      sums.set(code, { ...sum, count: sum.count + received, communities: sum.communities + 1 });
    }
  }
  return hideSmallCells([...sums.values()]);
}
