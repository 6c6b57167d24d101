import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, hasRole, type Viewer } from '#community/people/index.ts';
import { words } from '#listen/voices/index.ts';
import { reachResolution, type ResolutionRef } from './load-resolution.ts';
import { recordResolution } from './record-vote.ts';
import { whyNotObject } from './why-not-resolution.ts';

export const objectInput = z.object({ words: words(2000) });
export type ObjectTo = z.infer<typeof objectInput>;

/**
 * A resident says why a resolution is wrong or takes away a right [law RC 31, 40]; the office enters what came on paper,
 * without a name. Throws Missing, Refused by `whyNotObject`.
 */
export async function objectToResolution(viewer: Viewer, ref: ResolutionRef, input: ObjectTo, how?: How): Promise<{ objectionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'resolution.object', input: [ref, input] }, how, async (act) => {
    const one = await reachResolution(act.trx, viewer, ref);
    refuseIf(whyNotObject(one, viewer));
    const resident = hasRole(viewer, one.communityId, 'resident');
    const objectionId = newId(act.now);
    const kept = await act.trx
      .insertInto('resolution_objections')
      .values({
        community_id: one.communityId,
        id: objectionId,
        resolution_id: one.id,
        words: input.words,
        way: resident ? 'page' : 'paper',
        objected_at: act.now,
        objected_by: resident ? viewer.personId : null,
        entered_by: resident ? null : viewer.personId,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!kept) throw new Refused('resolution.objected-already');
    await recordResolution(act, viewer, one, 'objected', { line: {} });
    return { objectionId };
  });
}
