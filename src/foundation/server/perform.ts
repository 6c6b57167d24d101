import { createHash } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { DB } from '#db/schema.ts';
import { Refused } from '#foundation/refusal.ts';
import { blindActor, blindBody } from './blind.ts';
import { awaitStandby } from './await-standby.ts';
import { database } from './database.ts';
import { refuseWithoutRoom } from './disk-room.ts';

// How every command runs: one transaction, one clock, and an answer that stays the same when the intent is repeated.

/** `quiet`: history is being planted, so nobody is told of it. */
export type Act = { trx: Transaction<DB>; now: Date; quiet?: boolean };

/** How a command is called. `key`: idempotency key of the intent; `within`: join a running transaction; `now`: demo and tests. */
export type How = { key?: string | undefined; within?: Act | undefined; now?: Date | undefined };
export type Intent = { actor: string; verb: string; input: unknown };
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json };

/**
 * Runs `work` in one transaction. With a key, the same actor repeating the same verb gets the first answer without
 * `work` running again; the same key with other input is refused (`request.key_reused`).
 */
export async function perform<T extends Json>(intent: Intent, how: How | undefined, work: (act: Act) => Promise<T>): Promise<T> {
  if (how?.within) return work(how.within);
  refuseWithoutRoom();
  return database()
    .transaction()
    .execute(async (trx) => {
      if (!how?.key) return work({ trx, now: how?.now ?? (await transactionTime(trx)) });
      const claim = await claimKey(trx, intent, how.key);
      // The first answer was stored by this very command, so it has this command's shape.
      if ('answer' in claim) {
        // The first try may have been cut short before its standby had it: then this answer would be a promise too many.
        await awaitStandby(trx);
        return claim.answer as T;
      }
      const answer = await work({ trx, now: how.now ?? claim.now });
      await trx
        .updateTable('idempotency_keys')
        .set({ response: JSON.stringify(answer ?? null) })
        .where('actor', '=', blindActor(intent.actor))
        .where('verb', '=', intent.verb)
        .where('key', '=', how.key)
        .execute();
      return answer;
    });
}

async function transactionTime(trx: Transaction<DB>): Promise<Date> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(trx);
  return rows[0]?.now ?? new Date();
}

/** Claims the key inside the business transaction: a second try waits here until the first has committed. */
async function claimKey(trx: Transaction<DB>, intent: Intent, key: string): Promise<{ now: Date } | { answer: unknown }> {
  const plain = createHash('sha256')
    .update(JSON.stringify(intent.input ?? null))
    .digest();
  const hash = blindBody(plain);
  const actor = blindActor(intent.actor);
  const claimed = await trx
    .insertInto('idempotency_keys')
    .values({ actor, verb: intent.verb, key, body_hash: hash })
    .onConflict((conflict) => conflict.doNothing())
    .returning(sql<Date>`clock_timestamp()`.as('now'))
    .executeTakeFirst();
  if (claimed) return claimed;
  const first = await trx
    .selectFrom('idempotency_keys')
    .select(['body_hash', 'response'])
    .where('actor', '=', actor)
    .where('verb', '=', intent.verb)
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
  if (!first.body_hash.equals(hash)) throw new Refused('request.key-reused');
  return { answer: first.response };
}
