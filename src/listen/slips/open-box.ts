import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Invalid, Missing, refuseIf } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, findServing, type Viewer } from '#community/people/index.ts';
import { signedIn } from '#listen/voices/index.ts';
import { whyNotOpenBoxes, whyNotOpenWith } from './why-not-slip.ts';

/** `openedWith`: the second one at the box; `counted`: how many slips were in it, an empty box included. */
export const openBoxInput = z.object({
  boxId: z.uuid('input.not-found'),
  openedWith: z.uuid('input.choose'),
  openedAt: z.iso.datetime({ offset: true, error: 'input.not-a-time' }),
  counted: z.coerce.number('slip.count-needed').int('slip.count-needed').min(0, 'slip.count-needed').max(500, 'input.too-many'),
});
export type OpenBox = z.infer<typeof openBoxInput>;

/**
 * Two people have opened a box and counted what was in it: from that moment the clock runs for every slip (V9), and each
 * must be accounted for. Both names stay on the record, and the public ledger says how many slips there were. Throws
 * Missing, Refused, Invalid.
 */
export async function openBox(viewer: Viewer, communityId: number, input: OpenBox, how?: How): Promise<{ openingId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'slip.open_box', input: [communityId, input] }, how, async (act) => {
    refuseIf(whyNotOpenBoxes(viewer, communityId));
    const openedAt = new Date(input.openedAt);
    if (openedAt > act.now) throw new Invalid([{ field: 'openedAt', code: 'voice.said-ahead' }]);
    const serving = await findServing(act.trx, communityId, openedAt);
    refuseIf(whyNotOpenWith(viewer, serving.find(({ personId }) => personId === input.openedWith) ?? null));
    const box = await act.trx
      .selectFrom('comment_boxes')
      .select('id')
      .where('community_id', '=', communityId)
      .where('id', '=', input.boxId)
      .executeTakeFirst();
    if (!box) throw new Missing();
    const id = newId(act.now);
    await act.trx
      .insertInto('box_openings')
      .values({
        community_id: communityId,
        id,
        box_id: box.id,
        opened_at: openedAt,
        counted: input.counted,
        opened_by: signedIn(viewer),
        opened_with: input.openedWith,
        registered_at: act.now,
      })
      .execute();
    await recordEvent(
      act,
      {
        communityId,
        name: 'slip.box_opened',
        subjectId: id,
        actorId: viewer.personId,
        actorRole: actingRole(viewer, communityId),
        data: { box: box.id, counted: input.counted, openedWith: input.openedWith },
      },
      { content: { counted: input.counted, openedAt: openedAt.toISOString() }, under: null },
    );
    return { openingId: id };
  });
}
