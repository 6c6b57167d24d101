import { refuseIf } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { reachForOffice } from './find-desk.ts';
import type { ConsultationRef } from './load-consultation.ts';
import { whyNotSeeResults } from './why-not-consultation.ts';

/** A free answer nobody has read yet. `question`: its words. */
export type TextToClear = { id: string; question: string; words: string };

/** Free answers that wait for somebody to read them, in no order that tells anything; at most 50. Throws Missing, Forbidden, Refused. */
export async function findTextsToClear(viewer: Viewer, ref: ConsultationRef): Promise<TextToClear[]> {
  const one = await reachForOffice(viewer, ref);
  refuseIf(whyNotSeeResults(one));
  const rows = await database()
    .selectFrom('consultation_texts as t')
    .innerJoin('consultation_questions as q', (join) =>
      join.onRef('q.community_id', '=', 't.community_id').onRef('q.id', '=', 't.question_id'),
    )
    .leftJoin('consultation_clearings as c', (join) => join.onRef('c.community_id', '=', 't.community_id').onRef('c.text_id', '=', 't.id'))
    .select(['t.id', 'q.words as question', 't.words'])
    .where('t.community_id', '=', one.communityId)
    .where('t.consultation_id', '=', one.id)
    .where('t.words', 'is not', null)
    .where('c.id', 'is', null)
    .orderBy('q.position')
    .orderBy('t.id')
    .limit(50)
    .execute();
  return rows.map(({ words, ...row }) => ({ ...row, words: words ?? '' }));
}
