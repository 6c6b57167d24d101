import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';

/** What the newest power check of a topic says: which body decides, and whether its word binds. Null without a check. */
export async function findPower(
  db: Kysely<DB>,
  communityId: number,
  topicId: string | null,
): Promise<{ body: string; binds: boolean } | null> {
  if (topicId === null) return null;
  const row = await db
    .selectFrom('topic_screenings')
    .select(['body', 'effect'])
    .where('community_id', '=', communityId)
    .where('topic_id', '=', topicId)
    .orderBy('screened_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { body: row.body, binds: row.effect === 'binding' } : null;
}
