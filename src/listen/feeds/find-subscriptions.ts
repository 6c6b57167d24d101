import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';

export type Subscription = { id: string; category: string | null; buildingId: string | null; building: string | null };

/** What the viewer wants to hear of here; nobody else's is ever listed. */
export async function findSubscriptions(viewer: Viewer, communityId: number): Promise<Subscription[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('feed_subscriptions')
    .leftJoin('places', (join) =>
      join.onRef('places.community_id', '=', 'feed_subscriptions.community_id').onRef('places.id', '=', 'feed_subscriptions.building_id'),
    )
    .select([
      'feed_subscriptions.id',
      'feed_subscriptions.category',
      'feed_subscriptions.building_id as buildingId',
      'places.full_name as building',
    ])
    .where('feed_subscriptions.community_id', '=', communityId)
    .where('feed_subscriptions.person_id', '=', viewer.personId)
    .where('feed_subscriptions.ended_at', 'is', null)
    .orderBy('feed_subscriptions.began_at')
    .execute();
}
