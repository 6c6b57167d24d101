import { sql } from 'kysely';
import { TooMany } from '#foundation/refusal.ts';
import { blindName } from './blind.ts';
import { database } from './database.ts';
import { installation } from './installation.ts';

/**
 * Counts one try against `limit` per `seconds` in a bucket such as `code:1:2026-000123`; all processes count together.
 * Throws TooMany with the seconds to wait. Outside any transaction: a refused try must stay counted.
 */
export async function takeToken(bucket: string, limit: number, seconds: number): Promise<void> {
  if (installation().settings.HUIYIN_RATE_LIMITS === 'off') return;
  const over = sql<boolean>`rate_limits.opened_at <= now() - make_interval(secs => ${seconds})`;
  const { used, wait } = await database()
    .insertInto('rate_limits')
    .values({ bucket: blindName(bucket), opened_at: sql`now()`, used: 1 })
    .onConflict((conflict) =>
      conflict
        .column('bucket')
        .doUpdateSet({
          used: sql`case when ${over} then 1 else rate_limits.used + 1 end`,
          opened_at: sql`case when ${over} then now() else rate_limits.opened_at end`,
        }),
    )
    // A try that began before the one that opened the bucket would wait a moment longer than the window.
    .returning(['used', sql<number>`least(ceil(extract(epoch from opened_at - now()) + ${seconds}), ${seconds})::int`.as('wait')])
    .executeTakeFirstOrThrow();
  if (used > limit) throw new TooMany(Math.max(1, wait));
}

/** Gives one try back, where only wrong ones count. */
export async function giveTokenBack(bucket: string): Promise<void> {
  await database()
    .updateTable('rate_limits')
    .set({ used: sql`greatest(used - 1, 0)` })
    .where('bucket', '=', blindName(bucket))
    .execute();
}
