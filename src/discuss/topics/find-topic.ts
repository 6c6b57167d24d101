import { sql } from 'kysely';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { formatNumber, visibleTo } from '#listen/voices/index.ts';
import { isConcerned } from './appeal-decline.ts';
import { countSupport, type Support } from './count-support.ts';
import { findAppeal, findArguments, findScreening, findSheets, findSteps, findStudy } from './find-topic-parts.ts';
import { findSupport } from './find-support.ts';
import { loadTopic, type TopicRef } from './load-topic.ts';
import type { Topic } from './topic.ts';

/** `voices`: those the viewer may read. `fromVoices`: how many, of those that name nobody. `by`: who brought it, if not a resident. */
export type TopicPage = {
  topic: Topic;
  by: string | null;
  forName: string | null;
  placeName: string | null;
  fromVoices: number;
  voices: { id: string; number: string; words: string }[];
  support: Support[];
  supports: boolean;
  concerned: boolean;
  screening: Awaited<ReturnType<typeof findScreening>>;
  study: Awaited<ReturnType<typeof findStudy>>;
  arguments: Awaited<ReturnType<typeof findArguments>>;
  steps: Awaited<ReturnType<typeof findSteps>>;
  appeal: Awaited<ReturnType<typeof findAppeal>>;
  sheets: Awaited<ReturnType<typeof findSheets>>;
  declinedBy: string | null;
};

/** Everything about one topic that this viewer may know. Throws Missing. */
export async function findTopic(viewer: Viewer, ref: TopicRef): Promise<TopicPage> {
  const db = database();
  const topic = await loadTopic(db, ref);
  if (!topic) throw new Missing();
  const [names, voices, support, own, concerned, screening, study, said, steps, appeal, sheets] = await Promise.all([
    findNames(topic),
    findLinked(viewer, topic),
    countSupport(db, topic),
    findSupport(db, topic, viewer),
    isConcerned(db, topic, viewer),
    findScreening(db, topic),
    findStudy(db, topic),
    findArguments(db, topic),
    findSteps(db, topic),
    findAppeal(db, topic),
    findSheets(db, topic),
  ]);
  return { topic, ...names, voices, support, supports: own !== null, concerned, screening, study, arguments: said, steps, appeal, sheets };
}

/** Residents stand here without a name; those who serve, with theirs. */
async function findNames({ communityId, id, proposedBy, proposedFor, placeId, origin, decline }: Topic) {
  const { rows } = await sql<Pick<TopicPage, 'by' | 'forName' | 'placeName' | 'fromVoices' | 'declinedBy'>>`select
    case when ${origin} = 'residents' then null else (select name from people where id = ${proposedBy}::uuid) end as by,
    (select name from organizations where community_id = ${communityId} and id = ${proposedFor}::uuid) as "forName",
    (select full_name from places where community_id = ${communityId} and id = ${placeId}::uuid) as "placeName",
    (select name from people where id = ${decline?.declinedBy ?? null}::uuid) as "declinedBy",
    (select count(*)::int from topic_voices tv join voices v on v.community_id = tv.community_id and v.id = tv.voice_id
      where tv.community_id = ${communityId} and tv.topic_id = ${id}::uuid and tv.unlinked_at is null and v.sealed = 'none') as "fromVoices"`.execute(
    database(),
  );
  return rows[0] ?? { by: null, forName: null, placeName: null, fromVoices: 0, declinedBy: null };
}

async function findLinked(viewer: Viewer, { communityId, id }: Topic): Promise<TopicPage['voices']> {
  const rows = await database()
    .selectFrom('voices')
    .innerJoin('topic_voices as tied', (join) =>
      join.onRef('tied.community_id', '=', 'voices.community_id').onRef('tied.voice_id', '=', 'voices.id'),
    )
    .select(['voices.id', 'voices.year', 'voices.serial', sql<string>`left(coalesce(voices.words, ''), 80)`.as('words')])
    .where(visibleTo(viewer, communityId))
    .where('tied.topic_id', '=', id)
    .where('tied.unlinked_at', 'is', null)
    .orderBy('tied.linked_at')
    .orderBy('tied.id')
    .execute();
  return rows.map(({ id: voiceId, year, serial, words }) => ({ id: voiceId, number: formatNumber(year, serial), words }));
}
