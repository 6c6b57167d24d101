import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { createSubjectKey, openSubjectKey } from '#foundation/personal/index.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachOwnVisit, reachVisit } from './load-visit.ts';
import { noteStep, takeStep } from './take-step.ts';
import { visitWays, type VisitRef } from './visit.ts';
import { whyNotCorrect } from './why-not-visit.ts';

/** `words`: what is wrong, as the household says it. `way`: `page` by themselves, otherwise noted by whoever heard it. */
export const correctVisitInput = z.object({ words: words(1000), way: z.enum(visitWays, 'input.choose') });
export type CorrectVisit = z.infer<typeof correctVisitInput>;

/** The household puts a record right (H1): the correction stands beside the original. Throws Missing, Refused. */
export async function correctVisit(viewer: Viewer, ref: VisitRef, input: CorrectVisit, how?: How): Promise<{ visitId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'visit.correct', input: [ref, input] }, how, async (act) => {
    const { way } = input;
    const visit = await (way === 'page' ? reachOwnVisit : reachVisit)(act.trx, viewer, ref);
    refuseIf(whyNotCorrect(visit));
    // A shut door was recorded without words, so without a key.
    const key = (await openSubjectKey(act.trx, ref)) ?? (await createSubjectKey(act, ref));
    const id = newId(act.now);
    await act.trx
      .insertInto('visit_corrections')
      .values({
        community_id: ref.communityId,
        id,
        visit_id: ref.id,
        words_sealed: key.seal({ table: 'visit_corrections', column: 'words_sealed', row: id }, input.words),
        way,
        at: act.now,
        noted_by: way === 'page' ? null : viewer.personId,
      })
      .execute();
    await takeStep(act, viewer, ref, { step: 'corrected', way, ...(visit.stage !== 'closed' && { stage: 'corrected' }) });
    await noteStep(act, viewer, ref, 'visit.corrected', { data: { way } });
    return { visitId: ref.id };
  });
}
