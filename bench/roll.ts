import pg from 'pg';
import { connect, database, disconnect } from '#foundation/server/database.ts';
import { countRoll } from '#discuss/meetings/index.ts';
import { ms, percentile, timings, type Line } from './measure.ts';
import type { Town } from './town.ts';

const households = 10_000;

/** A residents' meeting on the basis of ten thousand households: the roll is made in one statement, and counted. */
export async function measureRoll(town: Town): Promise<Line[]> {
  const client = new pg.Client({ connectionString: town.databaseUrl() });
  await client.connect();
  const { communityId, meetings } = await plant(client);
  const made = await timings(meetings.length, async (at) => {
    await client.query(
      `insert into roll_entries (community_id, id, meeting_id, place_id, label, part)
        select community_id, gen_random_uuid(), $2, id, full_name, 'household' from places
        where community_id = $1 and level = 'household' and ended_at is null`,
      [communityId, meetings[at]],
    );
  });
  await client.query(`update roll_entries set standing = 'present' where community_id = $1 and label like '%1'`, [communityId]);
  await client.query('vacuum analyze roll_entries');
  await client.end();
  connect(town.databaseUrl(), 2);
  const counted = await timings(
    200,
    async (at) => void (await countRoll(database(), { communityId, id: meetings[at % meetings.length] ?? '' })),
  );
  await disconnect();
  const [making, counting] = [percentile(made, 0.5), percentile(counted, 0.99)];
  return [
    {
      what: 'roll of a residents’ meeting with 10,000 households: made, and counted with its quorum',
      measured: `made ${ms(making)}, counted p99 ${ms(counting)}`,
      bar: 'together ≤ 100 ms',
      met: making + counting <= 100,
    },
  ];
}

async function plant(client: pg.Client): Promise<{ communityId: number; meetings: string[] }> {
  const { rows } = await client.query<{ id: number }>(
    `insert into communities (street_id, slug, name) select id, 'roll-bench', 'Roll bench' from streets order by id limit 1 returning id`,
  );
  const communityId = rows[0]?.id ?? 0;
  await client.query(
    `insert into places (community_id, id, level, name, full_name)
      select $1, gen_random_uuid(), 'household', n::text, 'Building ' || n / 100 || ' room ' || n from generate_series(1, $2::int) n`,
    [communityId, households],
  );
  const planned = await client.query<{ id: string }>(
    `insert into meetings (community_id, id, year, serial, kind, stage, title, place_words, starts_at, ends_at, basis, convened_by,
        check_in_code, planned_at, changed_at)
      select $1, gen_random_uuid(), 2026, n, 'residents_meeting', 'called', 'Bench', 'Hall', now(), now() + interval '1 hour', 'households',
        (select id from people limit 1), '000000', now(), now() from generate_series(1, 9) n returning id`,
    [communityId],
  );
  return { communityId, meetings: planned.rows.map(({ id }) => id) };
}
