import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Topic } from './topic.ts';

/** The viewer's own support of a topic; null without one. */
export async function findSupport(db: Kysely<DB>, { communityId, id }: Pick<Topic, 'communityId' | 'id'>, { personId }: Viewer) {
  if (personId === null) return null;
  const row = await db
    .selectFrom('topic_supports')
    .select('id')
    .where('community_id', '=', communityId)
    .where('topic_id', '=', id)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
