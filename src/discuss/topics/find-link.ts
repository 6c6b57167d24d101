import type { Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Topic } from './topic.ts';

/** The row that ties a voice to a topic now; null when it isn't tied. */
export async function findLink(db: Kysely<DB>, { communityId, id }: Pick<Topic, 'communityId' | 'id'>, voiceId: string) {
  const row = await db
    .selectFrom('topic_voices')
    .select('id')
    .where('community_id', '=', communityId)
    .where('topic_id', '=', id)
    .where('voice_id', '=', voiceId)
    .where('unlinked_at', 'is', null)
    .executeTakeFirst();
  return row?.id ?? null;
}
