import type { Cells } from '#statistics/index.ts';
import { barChart } from '#ui/bar-chart.ts';
import type { Stage } from '#ui/stage.ts';
import { m } from '#words';

export type ChartData = { svg: string; caption: string; table: { head: string[]; rows: (string | number)[][] }; note: string };
type Bar = { label: string; count: number };
type Plan = { title: string; head: string[]; note: string; tone: Stage };

/** What a sitting takes in at a glance; the table has them all. */
const mostBars = 14;

/**
 * Bars of the largest that may be shown; a sentence beneath says what all others hold together, so that the sum stays
 * the sum without one long bar dwarfing the rest. Whatever is too small to name is only ever in that sum.
 */
export function cellsChart<Cell extends { count: number }>(cells: Cells<Cell>, named: (cell: Cell) => Bar, plan: Plan): ChartData {
  const shown = cells.shown.map(named);
  const [first, others] = [shown.slice(0, mostBars), shown.slice(mostBars)];
  const hidden = m.statistics_fewer();
  const below = together(cells.rest, others);
  const bars = (first.length > 0 ? first : below).map(({ label, count }) => ({ label, value: count }));
  const sentence = first.length > 0 ? below.map(({ label, count }) => m.statistics_others({ label, count: count ?? hidden })) : [];
  return {
    svg: barChart({ title: plan.title, bars, hidden, tone: plan.tone }),
    caption: plan.title,
    note: [...sentence, plan.note].join(' '),
    table: { head: plan.head, rows: [...shown, ...together(cells.rest, [])].map(({ label, count }) => [label, count ?? hidden]) },
  };
}

function together(rest: Cells<Bar>['rest'], others: Bar[]): { label: string; count: number | null }[] {
  const cells = others.length + (rest?.cells ?? 0);
  if (cells === 0) return [];
  const count = rest && rest.count === null ? null : others.reduce((sum, bar) => sum + bar.count, rest?.count ?? 0);
  return [{ label: cells === 1 ? m.statistics_rest_one() : m.statistics_rest({ cells }), count }];
}
