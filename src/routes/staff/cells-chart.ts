import type { Cells } from '#statistics/index.ts';
import { barChart } from '#ui/bar-chart.ts';
import type { Stage } from '#ui/stage.ts';
import { m } from '#words';

export type ChartData = { svg: string; caption: string; table: { head: string[]; rows: (string | number)[][] }; note: string };
type Bar = { label: string; count: number };
type Plan = { title: string; head: string[]; note: string; tone: Stage };

/** Bars of what may be shown, and what was too small as one bar at the end: the sum stays the sum. */
export function cellsChart<Cell extends { count: number }>(cells: Cells<Cell>, named: (cell: Cell) => Bar, plan: Plan): ChartData {
  const { rest } = cells;
  const restLabel = rest && (rest.cells === 1 ? m.statistics_rest_one() : m.statistics_rest({ cells: rest.cells }));
  const bars = [
    ...cells.shown.map(named).map(({ label, count }) => ({ label, value: count satisfies number })),
    ...(rest && restLabel ? [{ label: restLabel, value: rest.count }] : []),
  ];
  const hidden = m.statistics_fewer();
  return {
    svg: barChart({ title: plan.title, bars, hidden, tone: plan.tone }),
    caption: plan.title, note: plan.note,
    table: { head: plan.head, rows: bars.map(({ label, value }) => [label, value ?? hidden]) },
  };
}
