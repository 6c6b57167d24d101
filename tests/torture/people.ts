import { createHash, randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { ask, cookieIn, formTo } from './ask.ts';

// Who acts under fire: two workers of the demo town, each with a key for programs, one of them also at the desk.

export type Worker = { id: string; token: string; cookie: string };
export type People = { slug: string; communityId: number; worker: Worker; colleague: Worker };

export async function findPeople(origin: string, databaseUrl: string): Promise<People> {
  const slug = 'liuhuali';
  const { rows } = await query<{ person: string; community: number }>(
    databaseUrl,
    `select distinct r.person_id as person, c.id::int as community from roles r join communities c on c.id = r.community_id
      where c.slug = $1 and r.role = 'community_worker' and r.ends_at is null and r.starts_at <= now() order by 1`,
    [slug],
  );
  const page = (await ask(origin, { method: 'GET', path: '/staff/sign-in', headers: {}, body: '' }))?.text ?? '';
  const workers: Worker[] = [];
  for (const { person } of rows.filter((row) => page.includes(row.person)).slice(0, 2)) {
    const cookie = cookieIn(await ask(origin, formTo('/staff/sign-in?/play', { person })));
    workers.push({ id: person, token: await makeToken(databaseUrl, person), cookie });
  }
  const [worker, colleague] = workers;
  if (!worker || !colleague || !rows[0]) throw new Error('the demo town has no two workers');
  return { slug, communityId: rows[0].community, worker, colleague };
}

async function makeToken(databaseUrl: string, person: string): Promise<string> {
  const token = `huiyin_${randomBytes(32).toString('base64url')}`;
  await query(
    databaseUrl,
    `insert into access_tokens (id, person_id, name, token_hash, scopes, expires_at)
      values ($1, $2, 'torture', $3, '{voices:read,voices:write}', now() + interval '20 days')`,
    [randomUUID(), person, createHash('sha256').update(token).digest()],
  );
  return token;
}

export async function query<Row extends pg.QueryResultRow>(
  url: string,
  text: string,
  values: unknown[] = [],
): Promise<pg.QueryResult<Row>> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await client.query<Row>(text, values);
  } finally {
    await client.end().catch(() => {});
  }
}
