import { z } from 'zod';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Invalid, Refused } from '#foundation/refusal.ts';
import { perform, type How } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { findCategories } from '#listen/voices/index.ts';

/** Matters of one kind, near one building, or both; neither: everything the neighbourhood can read. */
export const subscribeInput = z.object({ category: z.string().max(40).optional(), buildingId: z.uuid('input.not-usable').optional() });
export type Subscribe = z.infer<typeof subscribeInput>;

const most = 20;

/** Somebody signed in wants to hear of what is published; it comes with their digest. Throws Forbidden, Invalid, Refused. */
export async function subscribe(viewer: Viewer, communityId: number, input: Subscribe, how?: How): Promise<{ subscriptionId: string }> {
  const { personId } = viewer;
  if (!personId) throw new Forbidden('sign-in.needed');
  // Before the transaction: inside, each would wait for a second connection, and many at once for each other.
  if (input.category && !(await findCategories()).some(({ code }) => code === input.category)) throw unknown('category');
  if (input.buildingId && !(await findBuildings(communityId)).some(({ id }) => id === input.buildingId)) throw unknown('buildingId');
  return perform({ actor: actorKey(viewer), verb: 'feed.subscribe', input: [communityId, input] }, how, async (act) => {
    const own = await act.trx
      .selectFrom('feed_subscriptions')
      .select(['id', 'category', 'building_id'])
      .where('community_id', '=', communityId)
      .where('person_id', '=', personId)
      .where('ended_at', 'is', null)
      .execute();
    const same = own.find((one) => one.category === (input.category ?? null) && one.building_id === (input.buildingId ?? null));
    if (same) return { subscriptionId: same.id };
    if (own.length >= most) throw new Refused('feeds.enough');
    const subscriptionId = newId(act.now);
    await act.trx
      .insertInto('feed_subscriptions')
      .values({
        community_id: communityId,
        id: subscriptionId,
        person_id: personId,
        category: input.category ?? null,
        building_id: input.buildingId ?? null,
        began_at: act.now,
      })
      .execute();
    return { subscriptionId };
  });
}

function unknown(field: string): Invalid {
  return new Invalid([{ field, code: 'input.not-found' }]);
}
