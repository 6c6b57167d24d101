import type { Board, Flow } from '#statistics/index.ts';
import { trendChart } from '#ui/trend-chart.ts';
import { m } from '#words';
import { cellsChart, type ChartData } from '../../../cells-chart.ts';

type Locale = 'zh-CN' | 'en';
type Plan = { title: string; head: string; note: string; labels: string[]; full: string[] };

/** Week by week: the two committees look at it on Monday. */
export function weeksChart(weeks: Flow[], locale: Locale): ChartData {
  const labels = write(weeks, locale, { day: 'numeric', month: locale === 'en' ? 'short' : 'numeric' });
  return flowChart(weeks, {
    title: m.statistics_weeks_title(),
    head: m.statistics_week(),
    note: m.statistics_weeks_note(),
    labels,
    full: write(weeks, locale, { day: 'numeric', month: 'long' }),
  });
}

export function monthsChart(months: Flow[], locale: Locale): ChartData {
  return flowChart(months, {
    title: m.statistics_months_title(),
    head: m.statistics_month(),
    note: m.statistics_months_note(),
    labels: write(months, locale, { month: 'short' }),
    full: write(months, locale, { month: 'long', year: 'numeric' }),
  });
}

export function buildingsChart(buildings: Board['buildings']): ChartData {
  // Voices of no building come last: they are no building to look at.
  const shown = [...buildings.shown.filter(({ name }) => name !== null), ...buildings.shown.filter(({ name }) => name === null)];
  return cellsChart({ ...buildings, shown }, ({ name, count }) => ({ label: name ?? m.statistics_no_building(), count }), {
    title: m.statistics_buildings_title(),
    note: m.statistics_buildings_note(),
    tone: 'listen',
    head: [m.statistics_building(), m.voices_bucket_received()],
  });
}

export function categoriesChart(categories: Board['categories'], locale: Locale): ChartData {
  const named = categories.map(({ category, received, openNow }) => ({
    count: received,
    openNow,
    label: category ? category[locale === 'en' ? 'en' : 'zh'] : m.statistics_unsorted(),
  }));
  const chart = cellsChart({ shown: named, rest: null }, (one) => one, {
    title: m.statistics_categories_title(),
    note: '',
    tone: 'discuss',
    head: [],
  });
  return {
    ...chart,
    table: {
      head: [m.statistics_category(), m.voices_bucket_received(), m.statistics_category_open()],
      rows: named.map(({ label, count, openNow }) => [label, count, openNow]),
    },
  };
}

function flowChart(flow: Flow[], plan: Plan): ChartData {
  const series = [
    { name: m.voices_bucket_received(), values: flow.map((one) => one.received), tone: 'listen' as const },
    { name: m.voices_bucket_confirmed(), values: flow.map((one) => one.confirmed), tone: 'act' as const },
  ];
  return {
    svg: trendChart({ title: plan.title, labels: plan.labels, series }),
    caption: plan.title,
    note: plan.note,
    table: {
      head: [plan.head, ...series.map((one) => one.name)],
      rows: flow.map((one, at) => [plan.full[at] ?? '', one.received, one.confirmed]),
    },
  };
}

/** Days are days already (Asia/Shanghai), so they are written as they stand. */
function write(flow: Flow[], locale: Locale, shape: Intl.DateTimeFormatOptions): string[] {
  const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', { ...shape, timeZone: 'UTC' });
  return flow.map(({ from }) => format.format(new Date(from)));
}
