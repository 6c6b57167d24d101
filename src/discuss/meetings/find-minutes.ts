import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Meeting } from './meeting.ts';

/** The newest version. `writer`: of the office, so by name; `approvals`: of this very version. */
export type Minutes = {
  id: string;
  body: string;
  minorityView: string | null;
  writtenAt: Date;
  writtenBy: string;
  writer: string | null;
  approvals: number;
};

export async function findMinutes(db: Kysely<DB>, { communityId, id }: Pick<Meeting, 'communityId' | 'id'>): Promise<Minutes | null> {
  const row = await db
    .selectFrom('meeting_minutes as written')
    .innerJoin('people', 'people.id', 'written.written_by')
    .select([
      'written.id',
      'written.body',
      'written.minority_view as minorityView',
      'written.written_at as writtenAt',
      'written.written_by as writtenBy',
      'people.name as writer',
      sql<number>`(select count(*)::int from meeting_minutes_approvals a
        where a.community_id = written.community_id and a.minutes_id = written.id)`.as('approvals'),
    ])
    .where('written.community_id', '=', communityId)
    .where('written.meeting_id', '=', id)
    .orderBy('written.written_at', 'desc')
    .orderBy('written.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
