import type { Cell } from '#foundation/spreadsheets/index.ts';
import { parts, type Account, type Board } from '#statistics/index.ts';
import { m } from '#words';
import { channelWord } from '../../../../voice-words.ts';

type Row = [part: string, item: string, figure: string, number: Cell];

/** The board as one list to take along: part, item, figure, number. What is hidden on the page is hidden here. */
export function boardTable(board: Board, locale: 'zh-CN' | 'en'): { header: string[]; rows: Cell[][] } {
  return {
    header: [m.statistics_export_part(), m.statistics_export_item(), m.statistics_export_figure(), m.statistics_export_number()],
    rows: [...sums(board), ...now(board), ...month(board), ...year(board, locale), ...flows(board)],
  };
}

function sums({ account, channels }: Board): Row[] {
  const lines = (item: string, sum: Account) =>
    (['received', ...parts] as const).map((bucket): Row => [m.statistics_export_sum(), item, m[`voices_bucket_${bucket}`](), sum[bucket]]);
  return [...lines(m.statistics_all(), account), ...channels.flatMap((channel) => lines(channelWord(channel.channel), channel))];
}

function now({ now: { overdue, dueToday, waiting, again } }: Board): Row[] {
  const figures: [string, number][] = [
    [m.statistics_overdue(), overdue],
    [m.statistics_due_today(), dueToday],
    [m.statistics_waiting(), waiting],
    [m.statistics_again(), again],
  ];
  return figures.map(([figure, number]) => [m.statistics_export_now(), m.statistics_all(), figure, number]);
}

function month({ answers }: Board): Row[] {
  const figures: [string, number][] = [
    [m.statistics_export_answers(), answers.given],
    [m.statistics_export_in_time(), answers.inTime],
    [m.statistics_export_in_time_originally(), answers.inTimeOriginally],
  ];
  return figures.map(([figure, number]) => [m.statistics_export_this_month(), m.statistics_all(), figure, number]);
}

function year({ confirmed, satisfaction, buildings, categories }: Board, locale: 'zh-CN' | 'en'): Row[] {
  const line = (item: string, figure: string, number: Cell): Row => [m.statistics_export_year(), item, figure, number];
  const hidden = m.statistics_fewer();
  const received = m.voices_bucket_received();
  return [
    line(m.statistics_all(), m.statistics_export_closed(), confirmed.whole),
    line(m.statistics_all(), m.voices_bucket_confirmed(), confirmed.part),
    line(m.statistics_all(), m.statistics_export_ratings(), satisfaction.shown ? satisfaction.count : hidden),
    line(m.statistics_all(), m.statistics_export_rating_sum(), satisfaction.shown ? satisfaction.sum : hidden),
    ...buildings.shown.map(({ name, count }) => line(name ?? m.statistics_no_building(), received, count)),
    ...(buildings.rest ? [line(m.statistics_rest({ cells: buildings.rest.cells }), received, buildings.rest.count ?? hidden)] : []),
    ...categories.flatMap(({ category, received: count, openNow }) => {
      const name = category ? category[locale === 'en' ? 'en' : 'zh'] : m.statistics_unsorted();
      return [line(name, received, count), line(name, m.statistics_category_open(), openNow)];
    }),
  ];
}

function flows({ weeks, months }: Board): Row[] {
  const lines = (title: string, flow: Board['weeks']) =>
    flow.flatMap(({ from, received, confirmed }): Row[] => [
      [title, from, m.voices_bucket_received(), received],
      [title, from, m.voices_bucket_confirmed(), confirmed],
    ]);
  return [...lines(m.statistics_weeks_title(), weeks), ...lines(m.statistics_months_title(), months)];
}
