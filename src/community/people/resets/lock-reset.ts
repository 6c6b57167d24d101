import type { Act } from '#foundation/server/perform.ts';
import type { OpenReset } from './reset.ts';

/** The reset of somebody's sign-in that waits for a second, locked for this transaction; null when none does, or no longer. */
export async function lockReset({ trx, now }: Act, communityId: number, personId: string): Promise<OpenReset | null> {
  const row = await trx
    .selectFrom('sign_in_resets')
    .select(['id', 'person_id as personId', 'asked_by as askedBy'])
    .where('community_id', '=', communityId)
    .where('person_id', '=', personId)
    .where('seconded_at', 'is', null)
    .where('dropped_at', 'is', null)
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}
