import { sql } from 'kysely';
import { shanghaiYear } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';

/** The next number without a gap: the counter row stays locked until this transaction ends either way. */
export async function nextNumber({ trx, now }: Act, communityId: number): Promise<{ year: number; serial: number }> {
  const year = shanghaiYear(now);
  const { last_serial } = await trx
    .insertInto('voice_counters')
    .values({ community_id: communityId, year, last_serial: 1 })
    .onConflict((conflict) => conflict.columns(['community_id', 'year']).doUpdateSet({ last_serial: sql`voice_counters.last_serial + 1` }))
    .returning('last_serial')
    .executeTakeFirstOrThrow();
  return { year, serial: last_serial };
}
