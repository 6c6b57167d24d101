import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Refused, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { findPlaceForVoice } from '#community/places/index.ts';
import { signedIn, words } from '#listen/voices/index.ts';
import { whyNotOpenBoxes } from './why-not-slip.ts';

export const putUpBoxInput = z.object({ name: words(60), placeId: z.uuid('input.not-found').optional() });
export type PutUpBox = z.infer<typeof putUpBoxInput>;

/** A comment box hangs somewhere now; its slips can be printed. Throws Refused, Invalid. */
export async function putUpBox(viewer: Viewer, communityId: number, input: PutUpBox, how?: How): Promise<{ boxId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'slip.put_up_box', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotOpenBoxes(viewer, communityId));
    const place = input.placeId ? await findPlaceForVoice(act.trx, communityId, input.placeId) : null;
    if (input.placeId && !place) throw new Invalid([{ field: 'placeId', code: 'input.not-found' }]);
    const id = newId(act.now);
    const made = await act.trx
      .insertInto('comment_boxes')
      .values({
        community_id: communityId,
        id,
        name: input.name,
        place_id: place?.id ?? null,
        put_up_at: act.now,
        put_up_by: signedIn(viewer),
      })
      .onConflict((conflict) => conflict.columns(['community_id', 'name']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (!made) throw new Refused('slip.box-name-taken');
    await recordEvent(act, {
      communityId,
      name: 'slip.box_put_up',
      subjectId: id,
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
    });
    return { boxId: id };
  });
}
