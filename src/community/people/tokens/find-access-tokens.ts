import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '../viewer.ts';

export type AccessToken = { id: string; name: string; scopes: string[]; createdAt: Date; expiresAt: Date; lastUsedAt: Date | null };

/** One's own tokens that still open something; never the tokens themselves. */
export async function findAccessTokens(viewer: Viewer): Promise<AccessToken[]> {
  if (!viewer.personId) return [];
  return database()
    .selectFrom('access_tokens')
    .select(['id', 'name', 'scopes', 'created_at as createdAt', 'expires_at as expiresAt', 'last_used_at as lastUsedAt'])
    .where('person_id', '=', viewer.personId)
    .where('ended_at', 'is', null)
    .where('expires_at', '>', sql<Date>`clock_timestamp()`)
    .orderBy('created_at', 'desc')
    .execute();
}
