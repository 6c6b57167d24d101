import { sql } from 'kysely';
import { leastShown } from '#foundation/hide-small-cells.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { Consultation, Question } from './consultation.ts';
import { countAnswers, type Counted, type CountedSlip } from './count-answers.ts';
import { loadQuestions, reachConsultation, type ConsultationRef } from './load-consultation.ts';
import { whyNotSeeResults } from './why-not-consultation.ts';

/**
 * `asked`: how many were invited, null when nobody can know; `late`, `lost`: paper that came too late, that wasn't typed twice
 * in time; `doubles`: paper of somebody who had answered on the page. None of these is counted. `words`: cleared free answers by
 * the position of their question.
 */
export type Results = Counted & { asked: number | null; late: number; lost: number; doubles: number; words: Record<number, string[]> };

/** The results of a closed consultation, for everybody. Throws Missing, Refused (`consultation.no-results-yet`): also to the office. */
export async function findResults(viewer: Viewer, ref: ConsultationRef): Promise<Results> {
  const one = await reachConsultation(database(), viewer, ref);
  refuseIf(whyNotSeeResults(one));
  const questions = await loadQuestions(database(), one);
  const [slips, texts, papers] = await Promise.all([slipsOf(one), textsOf(one), papersOf(one)]);
  const written = new Map(texts.map(({ question, many }) => [question, many]));
  const counted = countAnswers(questions, slips, written);
  const asked = one.askedCount ?? (one.audience === 'households' && one.forms > 0 ? one.forms : null);
  return { ...counted, asked, ...papers, words: pooled(questions, counted, texts) };
}

async function slipsOf({ communityId, id }: Consultation): Promise<CountedSlip[]> {
  const { rows } = await sql<CountedSlip>`select channel, choices from consultation_slips
    where community_id = ${communityId} and consultation_id = ${id}`.execute(database());
  return rows;
}

type Written = { question: string; many: number; shown: string[] };

/** Per question: how many wrote, and what was cleared, in the order of ids that tell nothing. */
async function textsOf({ communityId, id }: Consultation): Promise<Written[]> {
  const { rows } = await sql<Written>`select t.question_id as question, count(*)::int as many,
      coalesce(array_agg(c.shown_words order by t.id) filter (where c.shown_words is not null), '{}') as shown
    from consultation_texts t
    left join consultation_clearings c on c.community_id = t.community_id and c.text_id = t.id and c.outcome = 'shown'
    where t.community_id = ${communityId} and t.consultation_id = ${id} and t.words is not null
    group by t.question_id`.execute(database());
  return rows;
}

async function papersOf({ communityId, id }: Consultation): Promise<{ late: number; lost: number; doubles: number }> {
  const { rows } = await sql<{ late: number; lost: number; doubles: number }>`select count(*) filter (where fate = 'late')::int as late,
      count(*) filter (where fate = 'not_typed_twice')::int as lost, count(*) filter (where fate = 'second_answer')::int as doubles
    from consultation_papers where community_id = ${communityId} and consultation_id = ${id}`.execute(database());
  return rows[0] ?? { late: 0, lost: 0, doubles: 0 };
}

/** Words are shown only where at least ten wrote: among fewer, a neighbour is soon recognised. */
function pooled(questions: readonly Question[], { questions: results }: Counted, texts: readonly Written[]): Record<number, string[]> {
  const shown: Record<number, string[]> = {};
  for (const { id, position } of results === null ? [] : questions) {
    const written = texts.find(({ question }) => question === id);
    if (written && written.many >= leastShown && written.shown.length > 0) shown[position] = written.shown;
  }
  return shown;
}
