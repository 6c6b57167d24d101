// Counts by building could point at a family. What is small isn't shown, and can't be worked out from the rest either.

export const leastShown = 10;

/** `rest`: how many cells stay unnamed and what they hold together, null when even that is below the threshold. */
export type Cells<Cell> = { shown: Cell[]; rest: { cells: number; count: number | null } | null };

/**
 * Leaves cells below 10 (or `least`) unnamed (method.md 0.6). As the total is known, one hidden cell, or several that hold less than
 * 10 together, would be revealed by subtraction: then the smallest ones above follow them. Empty cells count as none.
 */
export function hideSmallCells<Cell extends { count: number }>(cells: readonly Cell[], least = leastShown): Cells<Cell> {
  const rising = cells.filter((cell) => cell.count > 0).toSorted((a, b) => a.count - b.count);
  let hidden = rising.filter((cell) => cell.count < least).length;
  const held = () => rising.slice(0, hidden).reduce((sum, cell) => sum + cell.count, 0);
  if (hidden === 0) return { shown: rising.toReversed(), rest: null };
  while (hidden < rising.length && (hidden < 2 || held() < least)) hidden += 1;
  return { shown: rising.slice(hidden).toReversed(), rest: { cells: hidden, count: held() < least ? null : held() } };
}
