import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { ways } from './liaison.ts';
import { reachNomination, type LiaisonRef } from './load-call.ts';
import { recordLiaison } from './record-liaison.ts';
import { whyNotObject } from './why-not-liaison.ts';

export const objectToNomineeInput = z.object({ way: z.enum(ways, 'input.choose').default('page'), words: words(1000) });
export type ObjectToNominee = z.infer<typeof objectToNomineeInput>;

/**
 * A resident has something against somebody on the list. The secretary reads it, nobody else; whoever it is about never
 * learns who said it. Throws Missing, Refused by `whyNotObject`.
 */
export async function objectToNominee(
  viewer: Viewer,
  ref: LiaisonRef,
  input: ObjectToNominee,
  how?: How,
): Promise<{ objectionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'liaison.object', input: [ref, input] }, how, async (act) => {
    const nomination = await reachNomination(act.trx, ref);
    refuseIf(whyNotObject(nomination, viewer, input.way, act.now));
    const id = newId(act.now);
    await act.trx
      .insertInto('liaison_objections')
      .values({
        community_id: ref.communityId,
        id,
        nomination_id: nomination.id,
        person_id: input.way === 'page' ? viewer.personId : null,
        noted_by: input.way === 'page' ? null : viewer.personId,
        words: input.words,
        way: input.way,
        objected_at: act.now,
      })
      .execute();
    await recordLiaison(act, viewer, {
      communityId: ref.communityId,
      subjectId: nomination.id,
      name: 'objected',
      data: { objection: id, way: input.way },
    });
    return { objectionId: id };
  });
}
