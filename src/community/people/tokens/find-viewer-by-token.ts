import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { hashToken } from '#foundation/secrets/index.ts';
import { findGrants } from '../find-grants.ts';
import { nobody, type Viewer } from '../viewer.ts';
import { isTokenScope, tokenPrefix, type TokenScope } from './access-token.ts';

export type TokenHolder = { viewer: Viewer; scopes: TokenScope[]; tokenId: string };

/**
 * Who an access token stands for, read anew at every request: an ended role, person or token counts at once. The
 * viewer's address is empty; the door that knows it fills it in. Null when the token is unknown, ended or too old.
 */
export async function findViewerByToken(token: string): Promise<TokenHolder | null> {
  if (!token.startsWith(tokenPrefix)) return null;
  const row = await database()
    .selectFrom('access_tokens')
    .innerJoin('people', 'people.id', 'access_tokens.person_id')
    .select([
      'access_tokens.id',
      'access_tokens.person_id',
      'access_tokens.scopes',
      'access_tokens.last_used_at',
      'people.name',
      sql<Date>`clock_timestamp()`.as('now'),
    ])
    .where('token_hash', '=', hashToken(token))
    .where('access_tokens.ended_at', 'is', null)
    .where('access_tokens.expires_at', '>', sql<Date>`clock_timestamp()`)
    .where('people.ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  await touch(row);
  const grants = await findGrants(row.person_id, row.now);
  const viewer: Viewer = { ...nobody, kind: 'staff', personId: row.person_id, name: row.name, grants };
  return { viewer, scopes: row.scopes.filter(isTokenScope), tokenId: row.id };
}

/** Once a minute is exact enough to tell a used token from a forgotten one. */
async function touch(row: { id: string; last_used_at: Date | null; now: Date }): Promise<void> {
  if (row.last_used_at && row.now.getTime() - row.last_used_at.getTime() < 60_000) return;
  await database().updateTable('access_tokens').set({ last_used_at: row.now }).where('id', '=', row.id).execute();
}
