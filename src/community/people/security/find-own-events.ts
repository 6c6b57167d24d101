import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';
import { alarming } from './event-kinds.ts';

/** `device`: what the browser called itself, where that was noted. */
export type OwnEvent = { id: string; at: Date; name: string; actor: string | null; device: string | null };

/**
 * What somebody should know of their own account (ASVS 5.0, 6.3.5 and 6.3.7): changed keys and sign-ins from elsewhere in
 * the last ninety days, the latest first; `actor` when it was done by somebody else.
 */
export async function findOwnEvents(viewer: Viewer, most = 20): Promise<OwnEvent[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('security_events as event')
    .leftJoin('people as actor', (join) => join.onRef('actor.id', '=', 'event.actor_id').onRef('actor.id', '<>', 'event.person_id'))
    .select(['event.id', 'event.at', 'event.name', 'actor.name as actor', sql<string | null>`event.data ->> 'device'`.as('device')])
    .where('event.person_id', '=', viewer.personId)
    .where('event.name', 'in', [...alarming])
    .where('event.at', '>', sql<Date>`now() - interval '90 days'`)
    .orderBy('event.at', 'desc')
    .limit(most)
    .execute();
}
