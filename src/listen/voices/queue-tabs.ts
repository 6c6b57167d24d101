import { sql, type ExpressionBuilder } from 'kysely';
import type { DB } from '#db/schema.ts';
import { endOfShanghaiDay, nextWorkingDay, shanghaiDay, type Calendar } from '#foundation/calendar/index.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages } from './voice.ts';
import { visibleTo } from './voice-access.ts';

// How the office sorts its pile. The tabs overlap on purpose: what is overdue is also somebody's own.

export const queueTabs = ['mine', 'community', 'overdue', 'unassigned', 'follow_up', 'all'] as const;
export type QueueTab = (typeof queueTabs)[number];
type Builder = ExpressionBuilder<DB, 'voices'>;

/** `mine`: what I am answerable for, as owner or as first receiver. `follow_up`: answered by somebody else (V4). */
export function inTab(tab: QueueTab, viewer: Viewer, now: Date) {
  return (eb: Builder) => {
    const open = eb('voices.stage', 'in', openStages);
    const me = sql<string>`${viewer.personId}::uuid`;
    switch (tab) {
      case 'all':
        return eb.lit(true);
      case 'community':
        return open;
      case 'mine':
        return eb.and([
          open,
          eb.or([eb('voices.owner_id', '=', me), eb.and([eb('voices.owner_id', 'is', null), eb('voices.first_receiver_id', '=', me)])]),
        ]);
      case 'overdue':
        return eb.and([open, eb('voices.stage', '<>', 'answered'), eb('voices.due_at', '<', now)]);
      case 'unassigned':
        return eb.and([open, eb('voices.owner_id', 'is', null)]);
      case 'follow_up':
        return eb.and([open, eb('voices.stage', '=', 'answered'), sql<boolean>`voices.owner_id is distinct from ${me}`]);
    }
  };
}

/** The traffic light as a condition: amber from the last working day before the day it is due (`lightOf`). */
export function inLight(light: 'green' | 'amber' | 'red', { now, calendar }: { now: Date; calendar: Calendar }) {
  const amberUntil = endOfShanghaiDay(nextWorkingDay(calendar, shanghaiDay(now)));
  return (eb: Builder) => {
    const burning = eb.and([eb('voices.stage', 'in', openStages), eb('voices.stage', '<>', 'answered')]);
    if (light === 'red') return eb.and([burning, eb('voices.due_at', '<', now)]);
    if (light === 'green') return eb.and([burning, eb('voices.due_at', '>', amberUntil)]);
    return eb.and([burning, eb('voices.due_at', '>=', now), eb('voices.due_at', '<=', amberUntil)]);
  };
}

/** How many voices lie in each tab, in one question. */
export async function countTabs(viewer: Viewer, communityId: number): Promise<Record<QueueTab, number>> {
  const now = await databaseTime();
  return database()
    .selectFrom('voices')
    .where(visibleTo(viewer, communityId))
    .select((eb) =>
      queueTabs.map((tab) =>
        eb.fn
          .countAll<number>()
          .filterWhere(inTab(tab, viewer, now)(eb))
          .as(tab),
      ),
    )
    .$castTo<Record<QueueTab, number>>()
    .executeTakeFirstOrThrow();
}
