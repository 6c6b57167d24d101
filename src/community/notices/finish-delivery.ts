import { z } from 'zod';
import { Forbidden, Missing, refuseIf } from '#foundation/refusal.ts';
import { enqueue } from '#foundation/server/jobs.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { deliveriesFor, tellsByHand } from './delivery-access.ts';

export const deliveryInput = z.object({ deliveryId: z.uuid('input.choose') });
export type DeliveryInput = z.infer<typeof deliveryInput>;

/** The call was made, or the letter put in the post box: by whom and when. Once more changes nothing. */
export async function finishDelivery(viewer: Viewer, communityId: number, input: DeliveryInput, how?: How): Promise<{ id: string }> {
  return perform({ actor: actorKey(viewer), verb: 'notice.finish', input: [communityId, input] }, how, async (act) => {
    const row = await reach(act, viewer, communityId, input.deliveryId);
    if (row.done_at) return { id: row.id };
    refuseIf(['call_duty', 'visit_duty', 'paper_duty'].includes(row.way) ? null : 'notices.not-by-hand');
    await act.trx
      .updateTable('deliveries')
      .set({ done_at: act.now, done_by: viewer.personId })
      .where('community_id', '=', communityId)
      .where('id', '=', row.id)
      .execute();
    await record(act, viewer, communityId, 'notice.told_by_hand', row);
    return { id: row.id };
  });
}

/** A message that was given up is tried once more, as if for the first time. If it arrives, what stood in its stead is settled. */
export async function retryDelivery(viewer: Viewer, communityId: number, input: DeliveryInput, how?: How): Promise<{ id: string }> {
  return perform({ actor: actorKey(viewer), verb: 'notice.retry', input: [communityId, input] }, how, async (act) => {
    const row = await reach(act, viewer, communityId, input.deliveryId);
    refuseIf(row.given_up_at === null || row.done_at !== null ? 'notices.not-given-up' : null);
    await act.trx
      .updateTable('deliveries')
      .set({ given_up_at: null, tries: 0 })
      .where('community_id', '=', communityId)
      .where('id', '=', row.id)
      .execute();
    const deliveryId = await firstOf(act, communityId, row);
    if (row.about === 'digest') await enqueue(act, 'send-digest', { communityId, digestId: row.subject_id, deliveryId });
    else await enqueue(act, 'send-notice', { communityId, noticeId: row.subject_id, deliveryId, urgent: 1 });
    await record(act, viewer, communityId, 'notice.tried_again', row);
    return { id: row.id };
  });
}

async function reach({ trx }: Act, viewer: Viewer, communityId: number, id: string) {
  if (!tellsByHand(viewer, communityId)) throw new Forbidden();
  const row = await trx
    .selectFrom('deliveries')
    .select(['id', 'way', 'about', 'subject_id', 'done_at', 'given_up_at', 'instead_of'])
    .where(deliveriesFor(viewer, communityId))
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new Missing();
  return row;
}

/** The delivery the job knows: of several in each other's stead, the first. */
async function firstOf({ trx }: Act, communityId: number, row: { id: string; instead_of: string | null }): Promise<string> {
  let [id, before] = [row.id, row.instead_of];
  while (before !== null) {
    const earlier = await trx
      .selectFrom('deliveries')
      .select(['id', 'instead_of'])
      .where('community_id', '=', communityId)
      .where('id', '=', before)
      .executeTakeFirstOrThrow();
    [id, before] = [earlier.id, earlier.instead_of];
  }
  return id;
}

async function record(act: Act, viewer: Viewer, communityId: number, name: string, row: { id: string; way: string }): Promise<void> {
  const actor = { actorId: viewer.personId, actorRole: actingRole(viewer, communityId) };
  await recordEvent(act, { communityId, name, subjectId: row.id, ...actor, data: { way: row.way } });
}
