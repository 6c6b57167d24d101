import { Missing } from '#foundation/refusal.ts';
import { isId } from '#foundation/ids.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';

/** They have heard enough of it. Throws Missing for what isn't theirs or has ended. */
export async function unsubscribe(
  viewer: Viewer,
  communityId: number,
  input: { subscriptionId: string },
  how?: How,
): Promise<{ subscriptionId: string }> {
  return perform({ actor: actorKey(viewer), verb: 'feed.unsubscribe', input: [communityId, input] }, how, async ({ trx, now }) => {
    if (!isId(input.subscriptionId)) throw new Missing();
    const ended = await trx
      .updateTable('feed_subscriptions')
      .set({ ended_at: now })
      .where('community_id', '=', communityId)
      .where('id', '=', input.subscriptionId)
      .where('person_id', '=', viewer.personId)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Missing();
    return { subscriptionId: ended.id };
  });
}
