import { sql } from 'kysely';
import { database } from './database.ts';

/** Removes what has served its time: keys of intents after 30 days, closed limits, codes and sessions that have ended. */
export async function tidyUp(): Promise<void> {
  const db = database();
  const ago = (interval: string) => sql<Date>`now() - ${interval}::interval`;
  await db.deleteFrom('idempotency_keys').where('created_at', '<', ago('30 days')).execute();
  await db.deleteFrom('rate_limits').where('opened_at', '<', ago('2 days')).execute();
  await db.deleteFrom('phone_codes').where('expires_at', '<', ago('1 day')).execute();
  await db.deleteFrom('sessions').where('absolute_until', '<', ago('30 days')).execute();
}
