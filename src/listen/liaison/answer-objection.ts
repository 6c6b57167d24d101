import { z } from 'zod';
import { isId, newId } from '#foundation/ids.ts';
import { Missing, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { objectionOutcomes } from './liaison.ts';
import type { LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotCall } from './why-not-liaison.ts';

export const answerObjectionInput = z.object({ outcome: z.enum(objectionOutcomes, 'input.choose'), words: words(1000) });
export type AnswerObjection = z.infer<typeof answerObjectionInput>;

/** The secretary answers an objection, once: found right, or not, with the reason. Throws Missing, Refused. */
export async function answerObjection(
  viewer: Viewer,
  ref: LiaisonRef,
  input: AnswerObjection,
  how?: How,
): Promise<{ objectionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.answer_objection', input: [ref, input] }, how, async (act) => {
    const { trx, now } = act;
    refuseIf(whyNotCall(viewer, ref.communityId));
    const objection = isId(ref.id)
      ? await trx
          .selectFrom('liaison_objections as one')
          .innerJoin('liaison_nominations as about', (join) =>
            join.onRef('about.community_id', '=', 'one.community_id').onRef('about.id', '=', 'one.nomination_id'),
          )
          .select(['one.id', 'about.id as nominationId', 'about.person_id as personId'])
          .where('one.community_id', '=', ref.communityId)
          .where('one.id', '=', ref.id)
          .forUpdate('one')
          .executeTakeFirst()
      : undefined;
    // The wall (V6): whoever an objection is about doesn't learn that it is there.
    if (!objection || objection.personId === viewer.personId) throw new Missing();
    const answered = await trx
      .selectFrom('liaison_objection_answers')
      .select('id')
      .where('community_id', '=', ref.communityId)
      .where('objection_id', '=', objection.id)
      .executeTakeFirst();
    if (answered) throw new Refused('liaison.objection-answered');
    await trx
      .insertInto('liaison_objection_answers')
      .values({
        community_id: ref.communityId,
        id: newId(now),
        objection_id: objection.id,
        outcome: input.outcome,
        words: input.words,
        answered_at: now,
        answered_by: viewer.personId ?? '',
      })
      .execute();
    await recordLiaison(act, viewer, {
      communityId: ref.communityId,
      subjectId: objection.nominationId,
      name: 'objection_answered',
      data: { objection: objection.id, outcome: input.outcome },
    });
    return { objectionId: objection.id };
  });
}
