import { database } from '#foundation/server/database.ts';
import { Forbidden } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import type { SendingWay } from './notice.ts';

/** What was sent to oneself: by which way, when, and how it went. The text isn't kept. */
export type OwnDelivery = { id: string; way: SendingWay; at: Date; state: DeliveryState };
export type DeliveryState = 'done' | 'waits' | 'failing' | 'given_up';

/** The last 50 messages, calls and letters to whoever is signed in. Throws Forbidden. */
export async function findOwnDeliveries({ personId }: Viewer, communityId: number): Promise<OwnDelivery[]> {
  if (!personId) throw new Forbidden('sign-in.needed');
  const rows = await database()
    .selectFrom('deliveries')
    .select(['id', 'way', 'made_at', 'done_at', 'failed_at', 'given_up_at'])
    .$narrowType<{ way: SendingWay }>()
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('way', '<>', 'page')
    .orderBy('made_at', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ id: row.id, way: row.way, at: row.done_at ?? row.made_at, state: stateOf(row) }));
}

export function stateOf(row: { done_at: Date | null; failed_at: Date | null; given_up_at: Date | null }): DeliveryState {
  if (row.done_at) return 'done';
  if (row.given_up_at) return 'given_up';
  return row.failed_at ? 'failing' : 'waits';
}
