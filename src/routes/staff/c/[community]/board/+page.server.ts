import { countDataRequests } from '#listen/data-requests/index.ts';
import { findBoard } from '#statistics/index.ts';
import { paths } from '#paths';
import { sayMoment } from '../../../../say-date.ts';
import { sayShare } from '../../../say-share.ts';
import { deskAt } from '../../../shell.ts';
import { sumOf } from '../../../sum-of.ts';
import { buildingsChart, categoriesChart, monthsChart, weeksChart } from './board-charts.ts';
import { oldRow } from './old-row.ts';
import type { PageServerLoad } from './$types';

/** What lies on the table on Monday morning, ready to be read and printed. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const [board, requests] = await Promise.all([findBoard(viewer, community.id), countDataRequests(viewer, community.id)]);
  const { answers, confirmed, satisfaction } = board;
  return {
    name: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    at: sayMoment(board.at),
    sum: sumOf(board.account),
    now: board.now,
    lateRequests: requests.late > 0 ? { count: requests.late, href: paths.dataRequests(community.slug) } : null,
    overdueHref: `${paths.queue(community.slug)}?tab=overdue`,
    followUpsHref: paths.followUps(community.slug),
    answers: {
      given: answers.given,
      inTime: answers.inTime,
      percent: sayShare({ part: answers.inTime, whole: answers.given }),
      originally: sayShare({ part: answers.inTimeOriginally, whole: answers.given }),
    },
    confirmed: { ...confirmed, percent: sayShare(confirmed) },
    rating: satisfaction.shown
      ? { average: (Math.round((satisfaction.sum * 10) / satisfaction.count) / 10).toFixed(1), count: satisfaction.count }
      : null,
    channelsHref: paths.channels(community.slug),
    weeks: weeksChart(board.weeks, locals.locale),
    months: monthsChart(board.months, locals.locale),
    buildings: board.buildings.shown.length > 0 || board.buildings.rest ? buildingsChart(board.buildings) : null,
    categories: board.categories.length > 0 ? categoriesChart(board.categories, locals.locale) : null,
    oldest: board.oldestNow.map((voice) => oldRow(voice, community.slug)),
    downloads: { xlsx: paths.boardExport(community.slug, 'xlsx'), csv: paths.boardExport(community.slug, 'csv') },
  };
};
