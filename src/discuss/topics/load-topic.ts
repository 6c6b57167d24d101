import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import { isId } from '#foundation/ids.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Decline, Origin, Screening, Topic, TopicStage } from './topic.ts';

/** By its id, or by its number such as `2026-12`. */
export type TopicRef = { communityId: number } & ({ id: string } | { number: string });

/** The topic as the rules see it; null when there is none. Topics are public from the first day. */
export async function loadTopic(db: Kysely<DB>, ref: TopicRef): Promise<Topic | null> {
  const row = await at(topicsOf(db, ref.communityId), ref)?.executeTakeFirst();
  return row ? topicOf(row) : null;
}

/** For a command: locks the topic first, then reads it, so that what another command just wrote is seen. Throws Missing. */
export async function reachTopic(trx: Kysely<DB>, ref: TopicRef): Promise<Topic> {
  await at(topicsOf(trx, ref.communityId), ref)?.clearSelect().select('topics.id').forNoKeyUpdate('topics').executeTakeFirst();
  const topic = await loadTopic(trx, ref);
  if (!topic) throw new Missing();
  return topic;
}

type Facts = { screening: Screening | null; studied: boolean; consulted: boolean; owed: boolean; decline: StoredDecline | null };
type StoredDecline = Omit<Decline, 'declinedAt'> & { declinedAt: string };

/** The topics of one community with the facts the rules ask about, in the shape `topicOf` reads. */
export function topicsOf(db: Kysely<DB>, communityId: number) {
  const of = sql`community_id = topics.community_id and topic_id = topics.id`;
  return db
    .selectFrom('topics')
    .select(['community_id as communityId', 'id', 'year', 'serial', 'stage', 'title', 'question', 'background', 'origin'])
    .select(['place_id as placeId', 'vital_interest as vitalInterest', 'proposed_at as proposedAt', 'proposed_by as proposedBy'])
    .select('proposed_for as proposedFor')
    .select([
      sql<Facts['screening']>`(select jsonb_build_object('matter', matter, 'body', body, 'effect', effect, 'mustStudy', must_study,
        'mustConsult', must_consult) from topic_screenings where ${of} order by screened_at desc, id desc limit 1)`.as('screening'),
      sql<boolean>`exists (select from topic_studies where ${of})`.as('studied'),
      sql<boolean>`exists (select from topic_steps where ${of} and stage = 'consulting')`.as('consulted'),
      sql<boolean>`exists (select from topic_thresholds_reached where ${of})`.as('owed'),
      sql<Facts['decline']>`(select jsonb_build_object('id', d.id, 'reason', d.reason, 'declinedAt', d.declined_at, 'declinedBy',
        d.declined_by, 'appealed', a.id is not null, 'outcome', a.outcome) from topic_declines d left join topic_appeals a
        on a.community_id = d.community_id and a.decline_id = d.id where d.community_id = topics.community_id
        and d.topic_id = topics.id order by d.declined_at desc, d.id desc limit 1)`.as('decline'),
    ])
    .$narrowType<{ stage: TopicStage; origin: Origin }>()
    .where('topics.community_id', '=', communityId);
}

type Row = Omit<Topic, 'number' | 'decline'> & Facts & { year: number; serial: number };

export function topicOf({ year, serial, decline, ...row }: Row): Topic {
  return { ...row, number: `${year}-${serial}`, decline: decline && { ...decline, declinedAt: new Date(decline.declinedAt) } };
}

function at(query: ReturnType<typeof topicsOf>, ref: TopicRef) {
  if ('id' in ref) return isId(ref.id) ? query.where('topics.id', '=', ref.id) : null;
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(ref.number) ?? [];
  if (year === undefined || serial === undefined) return null;
  return query.where('topics.year', '=', Number(year)).where('topics.serial', '=', Number(serial));
}
