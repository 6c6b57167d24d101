import { sql } from 'kysely';
import { endOfShanghaiDay, shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findAnswersInTime } from './find-answers-in-time.ts';
import { openStages } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** Today at a glance. `answered` and `inTime` count this month's answers, by the verdict frozen when each was given. */
export type QueueFigures = { dueToday: number; overdue: number; waiting: number; answered: number; inTime: number };

/** The four figures above the queue, of voices the viewer may reach. */
export async function findQueueFigures(viewer: Viewer, communityId: number): Promise<QueueFigures> {
  const now = await databaseTime();
  const monthBegan = startOfShanghaiDay(`${shanghaiDay(now).slice(0, 7)}-01`);
  const [piles, answers] = await Promise.all([pilesOf(viewer, communityId, now), findAnswersInTime(viewer, communityId, monthBegan)]);
  return { ...piles, answered: answers.given, inTime: answers.inTime };
}

function pilesOf(viewer: Viewer, communityId: number, now: Date) {
  const unanswered = sql`voices.stage <> 'answered'`;
  return database()
    .selectFrom('voices')
    .where(visibleTo(viewer, communityId))
    .where('voices.stage', 'in', openStages)
    .select([
      sql<number>`count(*) filter (where ${unanswered} and voices.due_at between ${now} and ${endOfShanghaiDay(now)})::int`.as('dueToday'),
      sql<number>`count(*) filter (where ${unanswered} and voices.due_at < ${now})::int`.as('overdue'),
      sql<number>`count(*) filter (where voices.stage = 'answered')::int`.as('waiting'),
    ])
    .executeTakeFirstOrThrow();
}
