import type { Act } from '#foundation/server/perform.ts';
import { readSealedTexts, type Viewer } from '#community/people/index.ts';

export type Correction = { at: Date; words: string };
/** What was written down in words. Nulls: nothing, or erased. */
export type VisitWords = { nextStep: string | null; corrections: Correction[] };
type Sealed = { communityId: number; id: string; result: string | null; next_step_sealed: Buffer | null };

/** Opens the words of a record. Read by anybody but the household it is a look (`own` false); a mere plan is none. */
export async function readVisitWords(act: Act, viewer: Viewer, visit: Sealed, own: boolean): Promise<VisitWords> {
  const { communityId, id } = visit;
  if (visit.result === null) return { nextStep: null, corrections: [] };
  const corrections = await act.trx
    .selectFrom('visit_corrections')
    .select(['id', 'at', 'words_sealed as sealed'])
    .where('community_id', '=', communityId)
    .where('visit_id', '=', id)
    .orderBy('at')
    .execute();
  const look = { communityId, subjectId: id, fields: ['visit'], purpose: 'visit', own };
  const [nextStep = null, ...said] = await readSealedTexts(act, viewer, look, [
    { table: 'visits', column: 'next_step_sealed', row: id, sealed: visit.next_step_sealed },
    ...corrections.map((one) => ({ table: 'visit_corrections', column: 'words_sealed', row: one.id, sealed: one.sealed })),
  ]);
  return { nextStep, corrections: corrections.map(({ at }, index) => ({ at, words: said[index] ?? '' })) };
}
