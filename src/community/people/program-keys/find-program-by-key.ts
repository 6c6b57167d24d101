import { sql } from 'kysely';
import { hashToken } from '#foundation/secrets/index.ts';
import { database } from '#foundation/server/database.ts';

/** The program behind a key of this community; null when the key is unknown here or ended. */
export async function findProgramByKey(communityId: number, key: string): Promise<{ keyId: string } | null> {
  const row = await database()
    .selectFrom('program_keys')
    .select(['id', 'last_used_at', sql<Date>`clock_timestamp()`.as('now')])
    .where('community_id', '=', communityId)
    .where('key_hash', '=', hashToken(key))
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  // Once a minute is exact enough to tell a used key from a forgotten one.
  if (!row.last_used_at || row.now.getTime() - row.last_used_at.getTime() >= 60_000) {
    await database()
      .updateTable('program_keys')
      .set({ last_used_at: row.now })
      .where('community_id', '=', communityId)
      .where('id', '=', row.id)
      .execute();
  }
  return { keyId: row.id };
}
