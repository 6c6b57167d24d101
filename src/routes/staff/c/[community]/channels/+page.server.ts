import { findChannelParity } from '#statistics/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { sayDay, sayMoment } from '../../../../say-date.ts';
import { channelWord } from '../../../../voice-words.ts';
import { sayShare } from '../../../say-share.ts';
import { deskAt } from '../../../shell.ts';
import type { PageServerLoad } from './$types';

/** Whether it matters by which way somebody speaks: it should not (V9). */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const { at, since, lines } = await findChannelParity(viewer, community.id);
  const of = (share: { part: number; whole: number } | null) =>
    share ? m.desk_parity_share({ percent: sayShare(share), count: share.whole }) : m.statistics_fewer();
  return {
    at: sayMoment(at),
    since: sayDay(since),
    lines: lines.map(({ channel, account, inTime, confirmed, rating, days }) => ({
      name: channelWord(channel),
      account,
      inTime: of(inTime),
      confirmed: of(confirmed),
      days: days === null ? m.statistics_fewer() : m.desk_parity_some_days({ days }),
      rating: rating
        ? m.desk_parity_stars({ stars: (Math.round((rating.sum * 10) / rating.count) / 10).toFixed(1), count: rating.count })
        : m.statistics_fewer(),
    })),
    downloads: { xlsx: paths.channelsExport(community.slug, 'xlsx'), csv: paths.channelsExport(community.slug, 'csv') },
  };
};
