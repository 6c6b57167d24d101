import pg from 'pg';

// One million voices in 200 communities, written as sets: what a city of streets would hold after some years.

/** HUIYIN_BENCH_COMMUNITIES=20 for a quick look while working on the bench itself; the figures in the docs are from 200. */
const communities = Number(process.env['HUIYIN_BENCH_COMMUNITIES'] ?? 200);
const each = 5000;
const year = new Date().getFullYear();

/** Fills an installed, otherwise empty database. `say` is told how far it is. Returns a worker's id per community slug. */
export async function fillMillion(
  databaseUrl: string,
  say: (done: number, of: number) => void,
): Promise<{ slug: string; id: number; workerId: string }[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(`insert into districts (name) values ('Bench')`);
  await client.query(
    `insert into streets (district_id, name) select districts.id, 'Street ' || n from districts, generate_series(1, 20) n where districts.name = 'Bench'`,
  );
  await client.query(`insert into communities (street_id, slug, name) select s.id, 'bench-' || s.id || '-' || n, 'Bench ' || s.id || '-' || n
    from streets s, generate_series(1, ${communities / 20}) n where s.name like 'Street %'`);
  await client.query(
    `insert into people (id, name) select gen_random_uuid(), 'Worker ' || slug from communities where slug like 'bench-%'`,
  );
  await client.query(`insert into roles (id, person_id, role, community_id, starts_at) select gen_random_uuid(), p.id, 'community_worker', c.id, '2020-01-01'
    from communities c join people p on p.name = 'Worker ' || c.slug`);
  const { rows } = await client.query<{ slug: string; id: number; workerId: string }>(`select c.slug, c.id, p.id as "workerId"
    from communities c join people p on p.name = 'Worker ' || c.slug order by c.id`);
  for (const [at, community] of rows.entries()) {
    await client.query(oneCommunity, [community.id, community.workerId, year]);
    await client.query(published, [community.id, community.workerId]);
    await client.query('insert into voice_counters (community_id, year, last_serial) values ($1, $2, $3)', [community.id, year, each]);
    say(at + 1, rows.length);
  }
  await client.query('vacuum (analyze) voices, reporters, voice_publications');
  await client.end();
  return rows;
}

/** Sentences put together from parts, as search words the way foundation/text makes them: pairs of characters. */
const parts = `(array['楼道漏水墙皮往下掉','电梯半夜有异响','路灯坏了一个月','地下车库积水','暖气不热','广场舞音响太吵','快递车堵住消防通道','垃圾桶满了没人收','树枝挡住窗户','健身器材坏了'])[1 + (n % 10)]`;
const where = `((n * 7) % 60 + 1) || ' 号楼 ' || ((n * 3) % 4 + 1) || ' 单元'`;
const pairs = `(select coalesce(array_agg(distinct word), '{}') from (
  select substr(said, at, 2) as word from generate_series(1, length(said) - 1) at union select 'n' || n union select n::text) as words)`;

const oneCommunity = `with made as (
    select n, gen_random_uuid() as id, gen_random_uuid() as reporter, ${parts} as said, ${where} as place,
      now() - (n || ' minutes')::interval * 100 as at from generate_series(1, ${each}) n),
  reporter as (insert into reporters (community_id, id, created_at) select $1, reporter, at from made)
  insert into voices (community_id, id, year, serial, kind, channel, privacy, words, place_words, reporter_id, response_method, stage, category,
    first_receiver_id, owner_id, received_at, original_due_at, due_at, answered_at, closed_at, changed_at, search)
  select $1, id, $3, n, (array['help_request','complaint','opinion','question'])[1 + n % 4], 'web', 'confidential', said || '，' || place, place, reporter, 'page',
    case when n <= 60 then (array['received','assigned','in_progress','answered'])[1 + n % 4] else 'closed_confirmed' end,
    (array['housing','water','parking','noise','facilities'])[1 + n % 5], $2, $2, at, at + interval '7 days', at + interval '7 days',
    case when n > 60 then at + interval '3 days' end, case when n > 60 then at + interval '4 days' end, at, array_to_tsvector(${pairs})
  from made`;

const published = `insert into voice_publications (community_id, id, voice_id, title, outcome, published_at, published_by, category, stage, received_at, search)
  select community_id, gen_random_uuid(), id, words, '已经修好', received_at, $2, category, stage, received_at, search
  from voices where community_id = $1 and serial % 5 = 0 and stage = 'closed_confirmed'`;
