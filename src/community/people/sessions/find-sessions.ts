import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';

export type OwnSession = { id: string; kind: string; device: string; createdAt: Date; lastSeenAt: Date };

/** Where somebody is signed in at this moment, the latest first: only ever their own. */
export async function findSessions(viewer: Viewer): Promise<OwnSession[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('sessions')
    .select(['id', 'kind', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .where('person_id', '=', viewer.personId)
    .where('ended_at', 'is', null)
    .where('idle_until', '>', sql<Date>`clock_timestamp()`)
    .where('absolute_until', '>', sql<Date>`clock_timestamp()`)
    .orderBy('last_seen_at', 'desc')
    .execute();
}
