import pg from 'pg';
import { nobody } from '#community/people/index.ts';
import { connect, disconnect } from '#foundation/server/database.ts';
import { findClock, findCommitments } from '#act/commitments/index.ts';
import { ms, percentile, timings, type Line } from './measure.ts';
import type { Town } from './town.ts';

const communities = 20;
const each = 50_000;
const year = 2026;

/** A million promises in twenty communities over ten years: what the promise clock and its list read, one page after another. */
export async function measurePromiseClock(town: Town): Promise<Line[]> {
  const client = new pg.Client({ connectionString: town.databaseUrl() });
  await client.connect();
  const ids = await plant(client);
  await client.end();
  connect(town.databaseUrl(), 2);
  const taken = await timings(400, async (at) => {
    const community = ids[at % ids.length] ?? 0;
    const period = { year: year - (at % 10), quarter: at % 3 === 0 ? (at % 4) + 1 : null };
    await findClock(community, period);
    await findCommitments(nobody, community, { period, ...(at % 2 === 0 && { standing: 'overdue' }) });
  });
  await disconnect();
  const p99 = percentile(taken.slice(40), 0.99);
  return [
    {
      what: 'promise clock over 1,000,000 commitments: figures by body and the list',
      measured: `p99 ${ms(p99)}`,
      bar: '≤ 50 ms',
      met: p99 <= 50,
    },
  ];
}

async function plant(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ id: number }>(
    `insert into communities (street_id, slug, name) select (select min(id) from streets), 'clock-' || n, 'Clock ' || n
      from generate_series(1, $1::int) n returning id`,
    [communities],
  );
  for (const { id } of rows) {
    await client.query(
      `insert into organizations (community_id, id, kind, name, created_at)
        select $1, gen_random_uuid(), 'other', 'Body ' || n, now() from generate_series(1, 8) n`,
      [id],
    );
    await client.query(oneCommunity, [id, each, year]);
  }
  await client.query('vacuum (analyze) commitments');
  return rows.map(({ id }) => id);
}

const oneCommunity = `with body as (select id, row_number() over (order by id) as n from organizations where community_id = $1),
  made as (select n, make_date($3::int - n % 10, 1 + n % 12, 1 + n % 28) as due,
    (array['kept','kept','kept','kept','kept','kept','partly_kept','not_kept','in_progress','claimed_done'])[1 + (n / 10) % 10] as stage
    from generate_series(1, $2::int) n)
  insert into commitments (community_id, id, year, serial, stage, text, organization_id, source, list_year, promised_on, first_due_on, due_on,
    drafted_at, drafted_by, published_at, claimed_at, ended_at, changed_at)
  select $1, gen_random_uuid(), $3, made.n, stage, 'Ten new lamps', body.id, 'works_list', $3, due - 60, due, due, now(),
    (select id from people limit 1), now(), case when stage <> 'in_progress' then (due - made.n % 20)::timestamptz end,
    case when stage not in ('in_progress', 'claimed_done') then now() end, now()
  from made join body on body.n = 1 + made.n % 8`;
