import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { endOfShanghaiDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages, visibleTo } from '#listen/voices/index.ts';

/**
 * One line of the count. `by` says what `key` is: a channel (with each `stage`), a building's id, a category's code, or
 * a day on which voices were received or confirmed. `recent`: received since `since`; `again`: open once more after an
 * answer; `judged`: closed since `since` and no praise (V11).
 */
export type Tally = {
  by: 'channel' | 'building' | 'category' | 'received' | 'confirmed';
  key: string | null;
  stage: string | null;
  voices: number;
  recent: number;
  open: number;
  overdue: number;
  dueToday: number;
  again: number;
  judged: number;
};

const unanswered = openStages.filter((stage) => stage !== 'answered');

/**
 * Counts the voices of a community that this viewer may reach (V6), in every way the board needs, in one walk over
 * them: so all its numbers are of the same moment. A voice that was reopened is not confirmed on any day (V8).
 */
export async function findTally(viewer: Viewer, communityId: number, { now, since }: { now: Date; since: Date }): Promise<Tally[]> {
  const day = (column: string) => sql<string>`(${sql.ref(column)} at time zone 'Asia/Shanghai')::date`;
  const { filterWhere } = counting(now, since);
  return database()
    .with('reach', (db) =>
      db
        .selectFrom('voices')
        .select(['channel', 'stage', 'category', 'building_id', 'kind', 'round', 'due_at', 'received_at', 'closed_at'])
        .select([
          sql<string | null>`case when received_at >= ${since} then ${day('received_at')} end`.as('received_on'),
          sql<string | null>`case when stage = 'closed_confirmed' and closed_at >= ${since} then ${day('closed_at')} end`.as(
            'confirmed_on',
          ),
        ])
        .where(visibleTo(viewer, communityId)),
    )
    .selectFrom('reach')
    .select([
      sql<Tally['by']>`case when grouping(channel) = 0 then 'channel' when grouping(building_id) = 0 then 'building'
        when grouping(category) = 0 then 'category' when grouping(received_on) = 0 then 'received' else 'confirmed' end`.as('by'),
      sql<string | null>`coalesce(channel, building_id::text, category, received_on::text, confirmed_on::text)`.as('key'),
      'stage',
      sql<number>`count(*)`.as('voices'),
      filterWhere.recent.as('recent'),
      filterWhere.open.as('open'),
      filterWhere.overdue.as('overdue'),
      filterWhere.dueToday.as('dueToday'),
      filterWhere.again.as('again'),
      filterWhere.judged.as('judged'),
    ])
    .groupBy(sql`grouping sets ((channel, stage), (building_id), (category), (received_on), (confirmed_on))`)
    .execute();
}

function counting(now: Date, since: Date) {
  const count = (condition: ReturnType<typeof sql>) => sql<number>`count(*) filter (where ${condition})`;
  const waits = sql`stage in (${sql.join(unanswered)})`;
  return {
    filterWhere: {
      recent: count(sql`received_at >= ${since}`),
      open: count(sql`stage in (${sql.join(openStages)})`),
      overdue: count(sql`${waits} and due_at < ${now}`),
      dueToday: count(sql`${waits} and due_at >= ${now} and due_at <= ${endOfShanghaiDay(now)}`),
      again: count(sql`stage in (${sql.join(openStages)}) and round > 1`),
      judged: count(sql`stage in ('closed_confirmed', 'closed_documented') and closed_at >= ${since} and kind <> 'praise'`),
    },
  };
}
