import { randomBytes, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { newId } from '#foundation/ids.ts';
import { searchWords } from '#foundation/text/search-words.ts';

const said = '3 号楼 2 单元楼道漏水，墙皮往下掉，第 1 次';
const search = searchWords(said, '3 号楼 2 单元', '2026-000001');

/** Writes the rows of one intake without Huiyin: the same tables, one transaction, one statement each. */
export async function rawIntake(pool: pg.Pool, community: { id: number; workerId: string }): Promise<void> {
  const client = await pool.connect();
  const [voice, reporter] = [newId(), newId()];
  const now = new Date();
  const due = new Date(now.getTime() + 7 * 86_400_000);
  try {
    await client.query('begin');
    await client.query('insert into idempotency_keys (actor, verb, key, body_hash) values ($1, $2, $3, $4)', [
      'anyone',
      'voice.submit',
      randomUUID(),
      randomBytes(32),
    ]);
    await client.query(
      `with key as (insert into subject_keys (community_id, id, suite, generation, wrapped, created_at) values ($1, $2, 'intl', 1, $4, $3))
      insert into reporters (community_id, id, created_at) values ($1, $2, $3)`,
      [community.id, reporter, now, randomBytes(60)],
    );
    const { rows } = await client.query<{ last_serial: number }>(
      `insert into voice_counters (community_id, year, last_serial) values ($1, $2, 1)
      on conflict (community_id, year) do update set last_serial = voice_counters.last_serial + 1 returning last_serial`,
      [community.id, now.getFullYear()],
    );
    await client.query(
      `insert into voices (community_id, id, year, serial, kind, channel, privacy, words, place_words, reporter_id, response_method,
      stage, first_receiver_id, received_at, original_due_at, due_at, changed_at, search)
      values ($1, $2, $3, $4, 'opinion', 'web', 'confidential', $5, $6, $7, 'page', 'received', $8, $9, $10, $10, $9, array_to_tsvector($11::text[]))`,
      [community.id, voice, now.getFullYear(), rows[0]?.last_serial, said, '3 号楼 2 单元', reporter, community.workerId, now, due, search],
    );
    await client.query(
      `insert into voice_deadlines (community_id, id, voice_id, round, kind, due_at, set_at) values ($1, $2, $3, 1, 'received', $4, $5)`,
      [community.id, newId(), voice, due, now],
    );
    await client.query(
      `insert into events (community_id, id, at, name, subject_id, actor_role, due_at, late, data)
      values ($1, $2, $3, 'voice.received', $4, 'reporter', $5, false, $6)`,
      [community.id, newId(), now, voice, due, { number: 'x', channel: 'web', kind: 'opinion' }],
    );
    await client.query(`insert into pgboss.job (name, data, retry_limit) values ('tell-reporter', $1, 8)`, [
      { communityId: community.id, voiceId: voice, template: 'received' },
    ]);
    await client.query('update idempotency_keys set response = $1 where actor = $2 and verb = $3 and key = $4', [
      { communityId: community.id, voiceId: voice, number: 'x' },
      'anyone',
      'voice.submit',
      'x',
    ]);
    await client.query('commit');
  } finally {
    client.release();
  }
}
