import { database } from '#foundation/server/database.ts';
import { sql } from 'kysely';
import type { Origin, TopicStage } from './topic.ts';

export const topicFilters = ['open', 'decided', 'declined', 'all'] as const;
export type TopicFilter = (typeof topicFilters)[number];
/** `supporters`: by persons, on the page and on counted sheets. `fromVoices`: of those that name nobody. */
export type TopicRow = {
  id: string;
  number: string;
  stage: TopicStage;
  title: string;
  question: string;
  origin: Origin;
  changedAt: Date;
  proposedAt: Date;
  supporters: number;
  fromVoices: number;
};

const over: readonly TopicStage[] = ['adopted', 'not_adopted', 'published', 'filed', 'implementing', 'reported', 'reviewed', 'advised'];
const most = 200;

/** The topics of a community, what moved last first; public. */
export async function findTopics(communityId: number, which: TopicFilter = 'all'): Promise<TopicRow[]> {
  const rows = await database()
    .selectFrom('topics')
    .select(['id', 'year', 'serial', 'stage', 'title', 'question', 'origin', 'changed_at as changedAt', 'proposed_at as proposedAt'])
    .select([
      sql<number>`(select count(*)::int from topic_supports s where s.community_id = topics.community_id and s.topic_id = topics.id
        and s.withdrawn_at is null) + (select coalesce(sum(recounted), 0)::int from topic_support_sheets s
        where s.community_id = topics.community_id and s.topic_id = topics.id and s.basis = 'persons')`.as('supporters'),
      sql<number>`(select count(*)::int from topic_voices tv join voices v on v.community_id = tv.community_id and v.id = tv.voice_id
        where tv.community_id = topics.community_id and tv.topic_id = topics.id and tv.unlinked_at is null and v.sealed = 'none')`.as(
        'fromVoices',
      ),
    ])
    .$narrowType<{ stage: TopicStage; origin: Origin }>()
    .where('community_id', '=', communityId)
    .$if(which === 'declined', (query) => query.where('stage', '=', 'declined'))
    .$if(which === 'decided', (query) => query.where('stage', 'in', over))
    .$if(which === 'open', (query) => query.where('stage', 'not in', [...over, 'declined']))
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute();
  return rows.map(({ year, serial, ...row }) => ({ ...row, number: `${year}-${serial}` }));
}
