import { sql, type Kysely } from 'kysely';
import type { DB } from '#db/schema.ts';
import type { Matter } from './power-check.ts';
import type { Body, Effect, Side, SupportBasis, Topic, TopicStage } from './topic.ts';

// What stands on the page of a topic beside the topic itself.

type Which = Pick<Topic, 'communityId' | 'id'>;

/** The power check that counts: the newest. */
export async function findScreening(db: Kysely<DB>, { communityId, id }: Which) {
  const row = await db
    .selectFrom('topic_screenings as s')
    .innerJoin('topic_matters as t', 't.code', 's.matter')
    .innerJoin('people', 'people.id', 's.screened_by')
    .select(['s.matter', 't.name_zh as nameZh', 't.name_en as nameEn', 't.passing', 's.body', 's.effect', 's.articles', 's.reason'])
    .select([
      's.authority',
      's.must_study as mustStudy',
      's.must_consult as mustConsult',
      's.screened_at as screenedAt',
      'people.name as by',
    ])
    .$narrowType<{ body: Body; effect: Effect; passing: Matter['passing'] }>()
    .where('s.community_id', '=', communityId)
    .where('s.topic_id', '=', id)
    .orderBy('s.screened_at', 'desc')
    .orderBy('s.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function findStudy(db: Kysely<DB>, { communityId, id }: Which) {
  const row = await db
    .selectFrom('topic_studies as s')
    .leftJoin('organizations as o', (join) => join.onRef('o.community_id', '=', 's.community_id').onRef('o.id', '=', 's.organization_id'))
    .select(['o.name as organization', sql<string>`s.held_on::text`.as('heldOn'), 's.reference', 's.opinion'])
    .where('s.community_id', '=', communityId)
    .where('s.topic_id', '=', id)
    .orderBy('s.noted_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Of what was taken down only the reason. */
export async function findArguments(db: Kysely<DB>, { communityId, id }: Which) {
  return db
    .selectFrom('topic_arguments')
    .select(['id', 'side', 'said_at as saidAt', 'removal_reason as removalReason'])
    .select([
      sql<string>`case when removed_at is null then words else '' end`.as('words'),
      sql<boolean>`author_id is null`.as('heardElsewhere'),
    ])
    .$narrowType<{ side: Side }>()
    .where('community_id', '=', communityId)
    .where('topic_id', '=', id)
    .orderBy('said_at')
    .orderBy('id')
    .execute();
}

export async function findSteps(db: Kysely<DB>, { communityId, id }: Which) {
  return db
    .selectFrom('topic_steps')
    .select(['stage', 'note', 'taken_at as at'])
    .$narrowType<{ stage: TopicStage }>()
    .where('community_id', '=', communityId)
    .where('topic_id', '=', id)
    .orderBy('taken_at')
    .orderBy('id')
    .execute();
}

/** The appeal against the newest decline. */
export async function findAppeal(db: Kysely<DB>, { communityId, id }: Which) {
  const row = await db
    .selectFrom('topic_appeals')
    .leftJoin('people', 'people.id', 'topic_appeals.decided_by')
    .select(['words', 'appealed_at as appealedAt', 'outcome', 'reason', 'decided_at as decidedAt', 'people.name as decidedBy'])
    .where('topic_appeals.community_id', '=', communityId)
    .where('topic_id', '=', id)
    .orderBy('appealed_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Sheets that wait for the second count. */
export async function findSheets(db: Kysely<DB>, { communityId, id }: Which) {
  return db
    .selectFrom('topic_support_sheets')
    .select(['id', 'basis', 'counted_by as countedBy'])
    .$narrowType<{ basis: SupportBasis }>()
    .where('community_id', '=', communityId)
    .where('topic_id', '=', id)
    .where('recounted', 'is', null)
    .orderBy('counted_at')
    .execute();
}
