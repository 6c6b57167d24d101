import { sql } from 'kysely';
import type { Act } from '#foundation/server/perform.ts';
import { notifyAll } from '#community/notices/index.ts';
import { tell } from '#listen/voices/index.ts';
import type { Topic, TopicStage } from './topic.ts';

// Lineage: whoever spoke first hears what becomes of it at each step; those who support it, too, but in their own time.

type About = Pick<Topic, 'communityId' | 'id' | 'number'>;
/** Of what stands between two of these, a page tells; a letter each would be noise. */
const unsaid: readonly string[] = ['proposed', 'in_session', 'discussed', 'voting', 'counted', 'filed'];

/** Within a command: the first speakers by the way they asked for, the proposer and the supporters in their inbox. */
export async function tellOfTopic(act: Act, { communityId, id, number }: About, what: TopicStage | 'appeal_decided'): Promise<void> {
  if (act.quiet || unsaid.includes(what)) return;
  const { rows: voices } = await sql<{ id: string }>`select voice_id as id from topic_voices
    where community_id = ${communityId} and topic_id = ${id}::uuid and unlinked_at is null order by linked_at, id`.execute(act.trx);
  for (const voice of voices) await tell(act, { communityId, id: voice.id, children: 1 }, 'topic');
  const { rows: people } = await sql<{ id: string }>`select person_id as id from topic_supports
    where community_id = ${communityId} and topic_id = ${id}::uuid and withdrawn_at is null and person_id is not null
    union select proposed_by from topics where community_id = ${communityId} and id = ${id}::uuid and proposed_by is not null
      and origin in ('residents', 'building_chief', 'representatives')`.execute(act.trx);
  await notifyAll(
    act,
    { communityId, topic: 'decision', template: `topic.${what}`, facts: { number }, about: { kind: 'topic', id, number } },
    people.map((person) => person.id),
  );
}
