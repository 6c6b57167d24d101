import { leastShown, type Comparable, type Neighbourhood, type StreetView } from '#statistics/index.ts';
import { m } from '#words';
import { cellsChart, type ChartData } from './cells-chart.ts';
import { sayFairShare, sayPerThousand, sayShare } from './say-share.ts';

type Locale = 'zh-CN' | 'en';
export type ComparisonRow = ReturnType<typeof numbersOf> & {
  key: string;
  name: string;
  note: string | null;
  mix: string;
  together: boolean;
};

/** Communities side by side in the order they come in (by name), with all of them together as the last line. */
export function comparisonRows(
  communities: Neighbourhood[],
  together: Comparable,
  categories: StreetView['categories'],
  locale: Locale,
  note: 'street' | null,
): ComparisonRow[] {
  const names = new Map(categories.shown.map(({ category }) => [category?.code ?? null, nameOf(category, locale)]));
  const rows = communities.map((one) => ({
    ...numbersOf(one),
    key: one.community.slug,
    name: locale === 'en' ? (one.community.nameEn ?? one.community.name) : one.community.name,
    note: note ? one.community.streetName : null,
    mix: mixOf(one, names),
    together: false,
  }));
  return communities.length < 2
    ? rows
    : [...rows, { ...numbersOf(together), key: ' together', name: m.statistics_all(), note: null, mix: '', together: true }];
}

/** What the talk is about, across all communities. */
export function mixChart(categories: StreetView['categories'], locale: Locale): ChartData | null {
  if (categories.shown.length === 0) return null;
  const chart = cellsChart(categories, ({ category, count }) => ({ label: nameOf(category, locale), count }), {
    title: m.statistics_categories_title(),
    note: m.statistics_categories_note(),
    tone: 'discuss',
    head: [m.statistics_category(), m.voices_bucket_received(), m.statistics_community()],
  });
  const rows = chart.table.rows.map((row, at) => [...row, inCommunities(categories.shown[at]?.communities)]);
  return { ...chart, table: { ...chart.table, rows } };
}

function numbersOf(one: Comparable) {
  return {
    received: one.received,
    perThousand: one.households ? sayPerThousand(one.households) : '–',
    households: !one.households
      ? m.statistics_households_unknown()
      : one.households.whole === 1
        ? m.statistics_households_one()
        : m.statistics_households({ count: one.households.whole }),
    open: one.account.open,
    overdue: one.overdue,
    inTime: sayFairShare(one.inTime),
    answered: sayFairShare(one.answered),
    confirmed: sayFairShare(one.confirmed),
    reopened: sayFairShare(one.reopened),
  };
}

/** The three matters a community hears most, of those large enough to be named. */
function mixOf({ categories, received }: Neighbourhood, names: Map<string | null, string>): string {
  return categories
    .filter((one) => one.received >= leastShown && one.code !== null && names.has(one.code))
    .toSorted((a, b) => b.received - a.received)
    .slice(0, 3)
    .map((one) => `${names.get(one.code) ?? ''} ${sayShare({ part: one.received, whole: received })}`)
    .join(' · ');
}

function nameOf(category: { zh: string; en: string } | null, locale: Locale): string {
  return category ? category[locale === 'en' ? 'en' : 'zh'] : m.statistics_unsorted();
}

function inCommunities(count: number | undefined): string {
  return count === undefined ? '–' : String(count);
}
