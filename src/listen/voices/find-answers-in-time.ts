import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { visibleTo } from './voice-access.ts';

/** Answers given; how many of them by the date that held then, and how many by the date first promised (V7). */
export type AnswersInTime = { given: number; inTime: number; inTimeOriginally: number };

/** The answers of a community since `from`, by the verdict that was frozen when they were given. */
export async function findAnswersInTime(viewer: Viewer, communityId: number, from: Date): Promise<AnswersInTime> {
  return database()
    .selectFrom('voices')
    .innerJoin('voice_answers', (join) =>
      join.onRef('voice_answers.community_id', '=', 'voices.community_id').onRef('voice_answers.voice_id', '=', 'voices.id'),
    )
    .select([
      sql<number>`count(*)`.as('given'),
      sql<number>`count(*) filter (where not voice_answers.late)`.as('inTime'),
      sql<number>`count(*) filter (where voice_answers.answered_at <= voice_answers.original_due_at)`.as('inTimeOriginally'),
    ])
    .where(visibleTo(viewer, communityId))
    .where('voice_answers.community_id', '=', communityId)
    .where('voice_answers.answered_at', '>=', from)
    .executeTakeFirstOrThrow();
}
