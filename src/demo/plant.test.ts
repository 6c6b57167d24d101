import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { cast } from '#tests/cast.ts';
import { useDatabase } from '#tests/database.ts';
import { startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database } from '#foundation/server/database.ts';
import { findGrants, findProgramByKey, nobody, readPersonalData, theClock, type Viewer } from '#community/people/index.ts';
import { findServices } from '#listen/requests/index.ts';
import { channels, countVoices, findVoices, findVoicesInput, loadVoice, reasonCodes, stageNames } from '#listen/voices/index.ts';
import { planTown, plantDemoTown } from './plant.ts';

const today = '2026-11-18';
const db = useDatabase();
const rolledBack = new Error('rolled back');

/** What would be planted: who speaks when and what, and every step that follows. */
async function rehearse(): Promise<string[]> {
  const steps: string[] = [];
  const rehearsal = database()
    .transaction()
    .execute(async (trx) => {
      const { lives } = await planTown({ trx, today, calendar: await currentCalendar(trx) }, 'small');
      for (const step of lives.flatMap((life) => life.steps)) {
        const who = step.kind === 'submit' ? step.viewer.name : step.by === 'speaker' ? 'speaker' : step.by.name;
        steps.push(`${step.at.toISOString()} ${step.life} ${who} ${step.kind === 'submit' ? step.input.words : String(step.does)}`);
      }
      throw rolledBack;
    });
  await expect(rehearsal).rejects.toBe(rolledBack);
  return steps;
}

async function viewerOf(username: string): Promise<Viewer> {
  const person = await database().selectFrom('people').select(['id', 'name']).where('username', '=', username).executeTakeFirstOrThrow();
  return {
    ...nobody,
    kind: 'staff',
    personId: person.id,
    name: person.name,
    grants: await findGrants(person.id, startOfShanghaiDay(today)),
  };
}

/** Every telephone number in town, read through the one door. */
async function numbersIn(table: 'people' | 'reporters'): Promise<string[]> {
  const found = await database()
    .transaction()
    .execute(async (trx) => {
      const communities = await trx.selectFrom('communities').select('id').orderBy('id').execute();
      const read = communities.slice(0, table === 'people' ? 1 : undefined).map(async ({ id: communityId }) => {
        const { rows } = await sql<{ id: string }>`select id from ${sql.table(table)} where phone_sealed is not null
          ${table === 'reporters' ? sql`and community_id = ${communityId}` : sql``}`.execute(trx);
        const look = { communityId, table, ids: rows.map((row) => row.id), fields: ['phone'], purpose: 'check' } as const;
        return [...(await readPersonalData({ trx, now: new Date() }, theClock, look)).values()];
      });
      return (await Promise.all(read)).flat();
    });
  return found.map(({ phone }) => phone ?? '');
}

async function count(question: ReturnType<typeof sql<{ count: number }>>): Promise<number> {
  return (await question.execute(database())).rows[0]?.count ?? 0;
}

describe('plantDemoTown', () => {
  beforeAll(async () => {
    expect(await rehearse()).toEqual(await rehearse());
    expect(await plantDemoTown('small', undefined, today)).toEqual({ stopped: [] });
  }, 120_000);

  it('plants a tenth of the street, at no time later than the day begins', async () => {
    expect(db.url()).not.toBe('');
    const households = await sql<{ slug: string; households: number; voices: number }>`select slug,
      (select count(*) from places where community_id = communities.id and level = 'household' and ended_at is null) as households,
      (select count(*) from voices where community_id = communities.id) as voices
      from communities order by id`.execute(database());
    // One flat of Liuhuali is two households: it is let to two tenants.
    expect(households.rows).toEqual([
      { slug: 'liuhuali', households: 299, voices: 111 },
      { slug: 'liuyin', households: 164, voices: 34 },
      { slug: 'xinhe', households: 221, voices: 43 },
    ]);
    expect(await count(sql`select count(*) from events where at >= ${startOfShanghaiDay(today)}`)).toBe(0);
  });

  it('lets every program try Open311, and one service asks for more than words', async () => {
    const communities = await database().selectFrom('communities').select(['id', 'open311_words as words']).execute();
    for (const { id, words } of communities) {
      expect(words).toBe('at_once');
      expect(await findProgramByKey(id, 'demo-open311')).toMatchObject({ keyId: expect.any(String) });
      const asking = (await findServices(id)).filter(({ attributes }) => attributes.some(({ required }) => required));
      expect(asking.map(({ code }) => code)).toEqual(['facilities']);
    }
  });

  it('brings in the whole cast; no number in town can ring', async () => {
    const people = await database().selectFrom('people').select(['username', 'name']).execute();
    expect(people.filter((person) => person.username).map(({ username, name }) => ({ key: username, name }))).toEqual(
      expect.arrayContaining(cast.map(({ key, name }) => ({ key, name }))),
    );
    const numbers = [...(await numbersIn('people')), ...(await numbersIn('reporters'))];
    expect(numbers.length).toBeGreaterThan(people.length);
    expect(numbers.filter((number) => !number.startsWith('000'))).toEqual([]);
  });

  it('keeps the names of those who only live there sealed', async () => {
    expect(
      await count(sql`select count(*) from people where name is not null and username is null
        and not exists (select from roles where person_id = people.id and role <> 'resident')`),
    ).toBe(0);
    expect(await count(sql`select count(*) from people where name is null`)).toBeGreaterThan(100);
  });

  it('refuses to be planted where somebody lives', async () => {
    await expect(plantDemoTown('small')).rejects.toThrow('demo.not-empty');
  });

  it('tells nobody: history sends no messages', async () => {
    expect(await count(sql`select count(*) from pgboss.job`)).toBe(0);
    expect(await count(sql`select count(*) from deliveries`)).toBe(0);
  });

  it('V1, V2: numbers without gaps, and in = out for every channel', async () => {
    const gaps = await sql`select community_id, year from voices group by 1, 2 having count(*) <> max(serial) or min(serial) <> 1`.execute(
      database(),
    );
    expect(gaps.rows).toEqual([]);
    const { id } = await database().selectFrom('communities').select('id').where('slug', '=', 'liuhuali').executeTakeFirstOrThrow();
    const { all, byChannel } = await countVoices({ ...nobody, kind: 'system' }, id);
    expect([...byChannel.keys()].toSorted()).toEqual([...channels].toSorted());
    for (const sums of [all, ...byChannel.values()]) {
      expect(sums.received).toBe(sums.open + sums.confirmed + sums.documented + sums.merged + sums.referred + sums.withdrawn);
    }
  });

  it('shows every stage a voice can be in today', async () => {
    const { rows } = await sql<{ stage: string }>`select distinct stage from voices`.execute(database());
    const later = ['in_deliberation'];
    expect(rows.map((row) => row.stage).toSorted()).toEqual(stageNames.filter((stage) => !later.includes(stage)).toSorted());
  });

  it('V6: whoever is complained about finds nothing of it', async () => {
    const { rows } = await sql<{
      communityId: number;
      id: string;
      username: string;
    }>`select community_id as "communityId", voice_id as id, username
      from voice_accused join people on people.id = person_id`.execute(database());
    expect(new Set(rows.map((row) => row.username))).toEqual(new Set(['qinzhiyuan', 'fangjingyi', 'qianyoutian']));
    for (const { communityId, id, username } of rows) {
      const viewer = await viewerOf(username);
      expect(await loadVoice(database(), viewer, { communityId, id })).toBeNull();
      const { rows: found } = await findVoices(viewer, communityId, findVoicesInput.parse({ tab: 'all', limit: 100 }));
      expect(found.map((row) => row.id)).not.toContain(id);
    }
  });

  it('publishes at least fifteen voices of the first community, in both languages', async () => {
    const { rows } = await sql<{ title: string }>`select title from voice_publications join communities on communities.id = community_id
      where slug = 'liuhuali' and taken_down_at is null and outcome is not null`.execute(database());
    expect(rows.length).toBeGreaterThanOrEqual(15);
    expect(rows.filter(({ title }) => /^[ -~]+$/.test(title)).length).toBeGreaterThanOrEqual(3);
  });

  const day = startOfShanghaiDay(today);
  const open = sql`stage not in ('closed_confirmed', 'closed_documented', 'merged', 'referred_out', 'withdrawn', 'answered')`;
  it.each<[string, ReturnType<typeof sql<{ count: number }>>]>([
    [
      'something due today',
      sql`select count(*) from voices where ${open} and (due_at at time zone 'Asia/Shanghai')::date = ${today}::date`,
    ],
    [
      'something due tomorrow',
      sql`select count(*) from voices where ${open} and (due_at at time zone 'Asia/Shanghai')::date = ${today}::date + 1`,
    ],
    ['something overdue in the community', sql`select count(*) from voices where ${open} and level = 'community' and due_at < ${day}`],
    ['sent up by the clock', sql`select count(*) from voice_escalations where cause = 'overdue'`],
    ['sent up as too hard', sql`select count(*) from voice_escalations where cause = 'too_hard'`],
    ['reopened twice and sent up', sql`select count(*) from voice_escalations where cause = 'reopened_again'`],
    ['merged, later split', sql`select count(*) from voice_merges where split_at is not null`],
    ['a merged voice with a word of its own', sql`select count(*) from voice_merge_confirmations`],
    [
      'referred out with a receiver',
      sql`select count(*) from voice_referrals join voices on voices.id = voice_id where stage = 'referred_out' and accepted_reference <> ''`,
    ],
    [
      'an emergency handed to 120 within minutes',
      sql`select count(*) from voice_referrals join voices on voices.id = voice_id
      where receiver like '120%' and urgency = 'danger' and accepted_at < received_at + interval '10 minutes'`,
    ],
    ['withdrawn under pressure', sql`select count(*) from voice_withdrawals where under_pressure`],
    [
      'a date more than ninety days away',
      sql`select count(*) from voices where stage = 'scheduled' and due_at > ${day}::timestamptz + interval '90 days'`,
    ],
    ['a voice older than a year', sql`select count(*) from voices where received_at < ${day}::timestamptz - interval '366 days'`],
    ['a published voice taken down again', sql`select count(*) from voice_publications where taken_down_at is not null`],
    ['a leave to publish taken back', sql`select count(*) from consents where purpose = 'publication' and withdrawn_way = 'page'`],
    ['an erased voice that keeps its number', sql`select count(*) from voices where erased_at is not null and words = '' and serial > 0`],
    [
      'a data request that waits',
      sql`select count(*) from data_requests r where not exists (select from data_request_decisions d where d.request_id = r.id)`,
    ],
    ['a data request that was met', sql`select count(*) from data_request_decisions where outcome = 'done'`],
    ['looks at somebody’s number', sql`select count(*) from access_records where purpose = 'call'`],
    ['photos', sql`select count(*) from voice_photos`],
    [
      'two people of one name in one stairwell',
      sql`select count(*) from people a join people b on a.name = b.name and a.id < b.id join roles ra on ra.person_id = a.id
      join roles rb on rb.person_id = b.id join places pa on pa.id = ra.place_id join places pb on pb.id = rb.place_id where pa.parent_id = pb.parent_id`,
    ],
    ['a household split between two tenants', sql`select count(*) from places where level = 'household' and ended_at is not null`],
    ['a moved-away resident', sql`select count(*) from roles where role = 'resident' and ended_at < ${day}`],
    [
      'a building chief who is also accused',
      sql`select count(*) from voice_accused join roles using (person_id) where role = 'building_chief'`,
    ],
    [
      'a liaison officer replaced in June',
      sql`select count(*) from roles gone join roles new on new.starts_at = gone.ended_at and new.place_id = gone.place_id
      where gone.role = 'liaison_officer' and to_char(gone.ended_at at time zone 'Asia/Shanghai', 'MM-DD') = '06-01'`,
    ],
    ['a secretary who is accused: sealed for the street', sql`select count(*) from voices where sealed = 'street'`],
    [
      'an English-speaking tenant',
      sql`select count(*) from voices join reporters on reporters.id = reporter_id where reporters.locale = 'en'`,
    ],
    ['a name in a minority script', sql`select count(*) from people where name ~ '[\u0600-\u06ff]'`],
    ['a name with a rare character', sql`select count(*) from people where name ~ '[\U00020000-\U0003ffff]'`],
  ])('has %s', async (_what, question) => {
    expect(await count(question)).toBeGreaterThan(0);
  });

  it('closes without the resident’s word for every reason there is, and hears every rating', async () => {
    const { rows: reasons } = await sql<{
      code: string;
    }>`select distinct reason_code as code from voice_closings where reason_code is not null`.execute(database());
    expect(reasons.map((row) => row.code).toSorted()).toEqual([...reasonCodes].toSorted());
    const { rows: ratings } = await sql<{
      rating: number;
    }>`select distinct rating from voice_closings where rating is not null order by 1`.execute(database());
    expect(ratings.map((row) => row.rating)).toEqual([1, 2, 3, 4, 5]);
  });
});
