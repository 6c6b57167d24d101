import { z } from 'zod';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachResolution, type ResolutionRef } from './load-resolution.ts';
import { recordResolution } from './record-vote.ts';
import { objectionOutcomes } from './resolution.ts';
import { takeResolutionStep } from './take-resolution-step.ts';
import { whyNotAnswer } from './why-not-resolution.ts';

/** `reason`: why it stands, the words that correct it, or why it is annulled. `reference`: the order or decision it rests on. */
export const answerObjectionInput = z.object({
  objectionId: z.uuid('input.not-usable'),
  outcome: z.enum(objectionOutcomes, 'input.choose'),
  reason: words(2000),
  reference: words(200).optional(),
});
export type AnswerObjection = z.infer<typeof answerObjectionInput>;

/** The resolution is upheld, corrected by an addition, or annulled; its text stays as it was. Throws Missing, Refused. */
export async function answerObjection(viewer: Viewer, ref: ResolutionRef, input: AnswerObjection, how?: How): Promise<{ outcome: string }> {
  return perform({ actor: actorKey(viewer), verb: 'resolution.answer', input: [ref, input] }, how, async (act) => {
    const one = await reachResolution(act.trx, viewer, ref);
    const objection = await act.trx
      .selectFrom('resolution_objections')
      .select(['id', 'objected_by', 'decided_at'])
      .where('community_id', '=', one.communityId)
      .where('resolution_id', '=', one.id)
      .where('id', '=', input.objectionId)
      .forUpdate()
      .executeTakeFirst();
    if (!objection) throw new Missing();
    refuseIf(whyNotAnswer(one, viewer, objection.objected_by));
    if (objection.decided_at) throw new Refused('resolution.answered-already');
    const { outcome, reason, reference } = input;
    await act.trx
      .updateTable('resolution_objections')
      .set({ outcome, reason, decided_at: act.now, decided_by: viewer.personId })
      .where('community_id', '=', one.communityId)
      .where('id', '=', objection.id)
      .execute();
    if (outcome === 'upheld') await recordResolution(act, viewer, one, 'upheld', { line: {} });
    else await takeResolutionStep(act, viewer, one, outcome, { reason, reference });
    return { outcome };
  });
}
