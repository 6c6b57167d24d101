import { sql, type Kysely, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { worksOnConsultations } from './consultation-access.ts';
import { isPublic, type Consultation, type Question } from './consultation.ts';

/** `number`: `2026-3`, as it stands on the paper form. */
export type ConsultationRef = { communityId: number; number: string };

/** What the viewer may know of: drafts only the office. Out of reach is Missing. `lock`: for the rest of the transaction. */
export async function reachConsultation(
  db: Kysely<DB> | Transaction<DB>,
  viewer: Viewer,
  { communityId, number }: ConsultationRef,
  lock?: 'share' | 'update',
): Promise<Consultation> {
  const [, year, serial] = /^(\d{4})-(\d{1,6})$/.exec(number) ?? [];
  if (year === undefined || serial === undefined) throw new Missing();
  let query = consultationsOf(db, communityId).where('c.year', '=', Number(year)).where('c.serial', '=', Number(serial));
  if (lock) query = lock === 'share' ? query.forShare('c') : query.forUpdate('c');
  const row = await query.executeTakeFirst();
  const found = row && consultationOf(row);
  if (!found || (!isPublic(found) && viewer.kind !== 'system' && !worksOnConsultations(viewer, communityId))) throw new Missing();
  return found;
}

/** The consultations of one community, in the shape `consultationOf` reads. */
export function consultationsOf(db: Kysely<DB>, communityId: number) {
  return db
    .selectFrom('consultations as c')
    .select([
      'c.community_id as communityId',
      'c.id',
      'c.year',
      'c.serial',
      'c.kind',
      'c.title',
      'c.why',
      'c.audience',
      'c.asked_count as askedCount',
      sql<string>`c.opens_on`.as('opensOn'),
      sql<string>`c.closes_on`.as('closesOn'),
      'c.topic_link as topicLink',
      'c.stage',
      'c.written_by as writtenBy',
      sql<number>`(select count(*)::int from consultation_forms f where f.community_id = c.community_id and f.consultation_id = c.id)`.as(
        'forms',
      ),
    ])
    .$narrowType<Pick<Consultation, 'kind' | 'audience' | 'stage'>>()
    .where('c.community_id', '=', communityId);
}

type Row = Omit<Consultation, 'number'> & { year: number; serial: number };

export function consultationOf({ year, serial, ...row }: Row): Consultation {
  return { ...row, number: `${year}-${serial}` };
}

/** The questions in their order. */
export async function loadQuestions(db: Kysely<DB>, { communityId, id }: Pick<Consultation, 'communityId' | 'id'>): Promise<Question[]> {
  return db
    .selectFrom('consultation_questions as q')
    .select([
      'q.id',
      'q.position',
      'q.kind',
      'q.words',
      'q.hint',
      'q.required',
      'q.most',
      'q.low_label as lowLabel',
      'q.high_label as highLabel',
      sql<string[]>`array(select o.words from consultation_options o where o.community_id = q.community_id and o.question_id = q.id
        order by o.position)`.as('options'),
    ])
    .$narrowType<Pick<Question, 'kind'>>()
    .where('q.community_id', '=', communityId)
    .where('q.consultation_id', '=', id)
    .orderBy('q.position')
    .execute();
}
