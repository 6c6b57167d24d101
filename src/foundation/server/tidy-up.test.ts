import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { database } from './database.ts';
import { tidyUp } from './tidy-up.ts';

useDatabase();

it('removes old keys of intents and keeps those that may still be repeated', async () => {
  const db = database();
  const row = (key: string, created_at: Date) => ({ actor: 'anyone', verb: 'voice.submit', key, body_hash: Buffer.alloc(32), created_at });
  const day = 86_400_000;
  await db
    .insertInto('idempotency_keys')
    .values([row('old-intent', new Date(Date.now() - 31 * day)), row('young-intent', new Date(Date.now() - 29 * day))])
    .execute();
  await tidyUp();
  const left = await db.selectFrom('idempotency_keys').select('key').execute();
  expect(left).toEqual([{ key: 'young-intent' }]);
});
