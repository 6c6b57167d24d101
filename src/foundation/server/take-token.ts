import { sql } from 'kysely';
import { TooMany } from '#foundation/refusal.ts';
import { hmacCode } from '#foundation/secrets/index.ts';
import { database } from './database.ts';
import { installation } from './installation.ts';

/**
 * Takes one of `limit` tokens that a bucket gives out every `seconds`; throws TooMany with the seconds to wait when it
 * is empty. Runs outside any transaction, so that a try that fails and rolls back still counts. Buckets are kept as
 * keyed hashes: a phone number or an address in the name can't be read from the table. `HUIYIN_RATE_LIMITS=off` lets
 * everybody through.
 */
export async function takeToken(bucket: string, limit: number, seconds: number): Promise<void> {
  const { settings, keys } = installation();
  if (settings.HUIYIN_RATE_LIMITS === 'off') return;
  const name = hmacCode(keys, 'rate-limit', bucket).toString('base64url').slice(0, 27);
  // One statement: two tries at the same moment can't both take the last token.
  const { rows } = await sql<{ used: number; left: number }>`
    insert into rate_limits as held (bucket, opened_at, used) values (${name}, clock_timestamp(), 1)
    on conflict (bucket) do update set
      used = case when ${over(seconds)} then 1 else held.used + 1 end,
      opened_at = case when ${over(seconds)} then clock_timestamp() else held.opened_at end
    returning used, ceil(extract(epoch from opened_at - clock_timestamp()) + ${seconds})::integer as left`.execute(database());
  const held = rows[0];
  if (held && held.used > limit) throw new TooMany(Math.max(1, held.left));
}

function over(seconds: number) {
  return sql`held.opened_at <= clock_timestamp() - make_interval(secs => ${seconds})`;
}
