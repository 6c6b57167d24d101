import { sql } from 'kysely';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { leastShown } from '#foundation/hide-small-cells.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { channels, countedBy, visibleTo, type Channel } from '#listen/voices/index.ts';
import { demand, seesBoard } from './access.ts';
import { accountOf, type Account } from './account.ts';
import type { Share } from './find-comparison.ts';
import { yearBack } from './periods.ts';

/** Null where fewer than ten stand behind it: so few would tell about single people (method.md 0.6). */
export type Hidden<T> = T | null;

/**
 * One way in, over the last twelve months, by when it was said. `inTime`: of the first answers, how many by the first date;
 * `confirmed`: of what was closed, praise left out, how many by the resident's word; `rating`: sum and number of ratings;
 * `days`: working out the middle, calendar days from saying to the first answer.
 */
export type ChannelLine = {
  channel: Channel;
  account: Account;
  inTime: Hidden<Share>;
  confirmed: Hidden<Share>;
  rating: Hidden<{ sum: number; count: number }>;
  days: Hidden<number>;
};
export type ChannelParity = { at: Date; since: Date; lines: ChannelLine[] };

/** Whether this viewer may compare the ways in: those of the board, and the street above them. */
export function seesChannels(viewer: Viewer, communityId: number): boolean {
  return seesBoard(viewer, communityId) || hasRole(viewer, communityId, 'street_supervisor');
}

/** Whether paper and telephone are served as the web is (V9); counted within the viewer's reach (V6). Throws Forbidden. */
export async function findChannelParity(viewer: Viewer, communityId: number): Promise<ChannelParity> {
  demand(seesChannels(viewer, communityId), viewer);
  const at = await databaseTime();
  const since = yearBack(shanghaiDay(at));
  const [tallies, stages] = await Promise.all([tally(viewer, communityId, since), stagesOf(viewer, communityId, since)]);
  const lines = channels.map((channel) => {
    const line = tallies.find((one) => one.channel === channel);
    const share = (part = 0, whole = 0) => (whole < leastShown ? null : { part, whole });
    return {
      channel,
      account: accountOf(stages.filter((one) => one.channel === channel)),
      inTime: share(line?.inTime, line?.answered),
      confirmed: share(line?.confirmed, line?.closed),
      rating: line && line.ratings >= leastShown ? { sum: line.ratingSum, count: line.ratings } : null,
      days: line && line.answered >= leastShown ? line.days : null,
    };
  });
  return { at, since, lines };
}

function reach(viewer: Viewer, communityId: number) {
  return seesBoard(viewer, communityId) ? visibleTo(viewer, communityId) : countedBy(viewer, [communityId]);
}

function stagesOf(viewer: Viewer, communityId: number, since: Date) {
  return database()
    .selectFrom('voices')
    .select(['channel', 'stage', sql<number>`count(*)`.as('voices')])
    .where(reach(viewer, communityId))
    .where('received_at', '>=', since)
    .groupBy(['channel', 'stage'])
    .execute();
}

function tally(viewer: Viewer, communityId: number, since: Date) {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})::int`;
  return database()
    .selectFrom('voices')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('voice_answers as a')
          .select((of) => of.fn.min('a.answered_at').as('at'))
          .whereRef('a.community_id', '=', 'voices.community_id')
          .whereRef('a.voice_id', '=', 'voices.id')
          .where('a.round', '=', 1)
          .as('answer'),
      (join) => join.onTrue(),
    )
    .leftJoin('voice_closings as closing', (join) =>
      join
        .onRef('closing.community_id', '=', 'voices.community_id')
        .onRef('closing.voice_id', '=', 'voices.id')
        .onRef('closing.round', '=', 'voices.round'),
    )
    .select([
      'voices.channel',
      count(sql`answer.at is not null`).as('answered'),
      count(sql`answer.at <= voices.original_due_at`).as('inTime'),
      sql<number>`round(percentile_cont(0.5) within group (order by extract(epoch from answer.at - voices.received_at) / 86400)::numeric, 1)::float8`.as(
        'days',
      ),
      count(sql`voices.stage in ('closed_confirmed', 'closed_documented') and voices.kind <> 'praise'`).as('closed'),
      count(sql`voices.stage = 'closed_confirmed' and voices.kind <> 'praise'`).as('confirmed'),
      count(sql`voices.stage = 'closed_confirmed' and voices.kind <> 'praise' and closing.rating is not null`).as('ratings'),
      sql<number>`coalesce(sum(closing.rating) filter (where voices.stage = 'closed_confirmed' and voices.kind <> 'praise'), 0)::int`.as(
        'ratingSum',
      ),
    ])
    .where(reach(viewer, communityId))
    .where('voices.received_at', '>=', since)
    .groupBy('voices.channel')
    .execute();
}
