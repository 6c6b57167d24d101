import { sql } from 'kysely';
import { endOfShanghaiDay, shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages } from './voice.ts';
import { visibleTo } from './voice-access.ts';

/** Today at a glance. `answered` and `inTime` count this month's answers, by the verdict frozen when each was given. */
export type QueueFigures = { dueToday: number; overdue: number; waiting: number; answered: number; inTime: number };

/** The four figures above the queue, of voices the viewer may reach. */
export async function findQueueFigures(viewer: Viewer, communityId: number): Promise<QueueFigures> {
  const now = await databaseTime();
  const [piles, answers] = await Promise.all([pilesOf(viewer, communityId, now), answersOf(viewer, communityId, now)]);
  return { ...piles, ...answers };
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

function answersOf(viewer: Viewer, communityId: number, now: Date) {
  const monthBegan = startOfShanghaiDay(`${shanghaiDay(now).slice(0, 7)}-01`);
  return database()
    .selectFrom('voices')
    .innerJoin('voice_answers', (join) =>
      join.onRef('voice_answers.community_id', '=', 'voices.community_id').onRef('voice_answers.voice_id', '=', 'voices.id'),
    )
    .where(visibleTo(viewer, communityId))
    .where('voice_answers.answered_at', '>=', monthBegan)
    .select([sql<number>`count(*)::int`.as('answered'), sql<number>`count(*) filter (where not voice_answers.late)::int`.as('inTime')])
    .executeTakeFirstOrThrow();
}
