import { shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import {
  channels,
  findAnswersInTime,
  findSatisfaction,
  type AnswersInTime,
  type Category,
  type Channel,
  type Satisfaction,
} from '#listen/voices/index.ts';
import { accountOf, type Account } from './account.ts';
import { demand, seesBoard } from './access.ts';
import { findEveryCategory } from './find-every-category.ts';
import { findOldestOpen, type OldVoice } from './find-oldest-open.ts';
import { findTally, type Tally } from './find-tally.ts';
import type { Share } from './find-comparison.ts';
import { hideSmallCells, type Cells } from '#foundation/hide-small-cells.ts';
import { lastMonths, lastWeeks, sumWithin, yearBack, type Period } from './periods.ts';

/**
 * What the secretary lays on the table on Monday. `account` and `channels`: since the register began; `answers`: this
 * month; everything else without "now" in its name: the last twelve months, from the first of a month.
 */
export type Board = {
  at: Date;
  since: Date;
  account: Account;
  channels: (Account & { channel: Channel })[];
  now: { overdue: number; dueToday: number; waiting: number; again: number };
  answers: AnswersInTime;
  /** of the closings that stand, praise left out: how many the resident confirmed */
  confirmed: Share;
  satisfaction: Satisfaction;
  oldestNow: OldVoice[];
  /** `name` is null for voices without a building. */
  buildings: Cells<{ name: string | null; count: number }>;
  /** `category` is null while nobody has sorted the voice. */
  categories: { category: Category | null; received: number; openNow: number }[];
  weeks: Flow[];
  months: Flow[];
};
export type Flow = Period & { received: number; confirmed: number };

/**
 * The board of one community as this viewer may see it: every number counts only voices within their reach (V6), and
 * none is counted by who spoke (V10). Throws Forbidden for whoever has no business with it.
 */
export async function findBoard(viewer: Viewer, communityId: number): Promise<Board> {
  demand(seesBoard(viewer, communityId), viewer);
  const [now, calendar] = [await databaseTime(), await currentCalendar()];
  const today = shanghaiDay(now);
  const since = yearBack(today);
  const [tally, answers, satisfaction, oldestNow, buildings, categories] = await Promise.all([
    findTally(viewer, communityId, { now, since }),
    findAnswersInTime(viewer, communityId, startOfShanghaiDay(`${today.slice(0, 8)}01`)),
    findSatisfaction(viewer, communityId, { from: since }),
    findOldestOpen(viewer, communityId, { now, calendar }),
    findBuildings(communityId),
    findEveryCategory(),
  ]);
  const of = (by: Tally['by']) => tally.filter((line) => line.by === by);
  const days = (by: 'received' | 'confirmed') => new Map(of(by).flatMap(({ key, voices }) => (key ? [[key, voices] as const] : [])));
  const [received, confirmed] = [days('received'), days('confirmed')];
  const flow = (period: Period) => ({ ...period, received: sumWithin(received, period), confirmed: sumWithin(confirmed, period) });
  const byChannel = of('channel');
  const sum = (part: 'overdue' | 'dueToday' | 'again' | 'judged') => byChannel.reduce((all, line) => all + line[part], 0);
  return {
    at: now,
    since,
    answers,
    satisfaction,
    oldestNow,
    account: accountOf(byChannel),
    confirmed: {
      part: byChannel.reduce((all, line) => all + (line.stage === 'closed_confirmed' ? line.judged : 0), 0),
      whole: sum('judged'),
    },
    channels: channels.map((channel) => ({ channel, ...accountOf(byChannel.filter((line) => line.key === channel)) })),
    now: {
      overdue: sum('overdue'),
      dueToday: sum('dueToday'),
      again: sum('again'),
      waiting: byChannel.reduce((all, line) => all + (line.stage === 'answered' ? line.voices : 0), 0),
    },
    buildings: byBuilding(of('building'), buildings),
    categories: byCategory(of('category'), categories),
    weeks: lastWeeks(today).map(flow),
    months: lastMonths(today).map(flow),
  };
}

/** A building that no longer stands counts with the voices of no building: its name would point at old neighbours. */
function byBuilding(lines: Tally[], buildings: { id: string; name: string }[]): Board['buildings'] {
  const names = new Map(buildings.map(({ id, name }) => [id, name]));
  const counts = new Map<string | null, number>();
  for (const { key, recent } of lines) {
    const name = key === null ? null : (names.get(key) ?? null);
    counts.set(name, (counts.get(name) ?? 0) + recent);
  }
  return hideSmallCells([...counts].map(([name, count]) => ({ name, count })));
}

function byCategory(lines: Tally[], categories: Category[]): Board['categories'] {
  return [...categories, null]
    .flatMap((category) => {
      const line = lines.find(({ key }) => key === (category?.code ?? null));
      return line ? [{ category, received: line.recent, openNow: line.open }] : [];
    })
    .filter(({ received, openNow }) => received + openNow > 0)
    .toSorted((a, b) => b.received - a.received);
}
