import type { Cell } from '#foundation/spreadsheets/index.ts';
import { parts, type ChannelParity } from '#statistics/index.ts';
import { m } from '#words';
import { channelWord } from '../../../../voice-words.ts';

/** The ways in as a table to take along, a line each. What is hidden on the page is hidden here. */
export function channelsTable({ lines }: ChannelParity): { header: string[]; rows: Cell[][] } {
  const buckets = ['received', ...parts] as const;
  const hidden = m.statistics_fewer();
  return {
    header: [
      m.statistics_channel(),
      ...buckets.map((bucket) => m[`voices_bucket_${bucket}`]()),
      m.desk_parity_answers(),
      m.desk_parity_in_time(),
      m.desk_parity_days(),
      m.desk_parity_closed(),
      m.desk_parity_confirmed(),
      m.desk_parity_ratings(),
      m.desk_parity_rating(),
    ],
    rows: lines.map(({ channel, account, inTime, days, confirmed, rating }) => [
      channelWord(channel),
      ...buckets.map((bucket) => account[bucket]),
      inTime?.whole ?? hidden,
      inTime?.part ?? hidden,
      days ?? hidden,
      confirmed?.whole ?? hidden,
      confirmed?.part ?? hidden,
      rating?.count ?? hidden,
      rating ? Math.round((rating.sum * 10) / rating.count) / 10 : hidden,
    ]),
  };
}
