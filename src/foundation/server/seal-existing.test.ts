import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { filesHolding, serverFiles } from '#tests/server-files.ts';
import { cloneDatabase } from '#tests/template-database.ts';
import { newId } from '#foundation/ids.ts';
import { assertKeysFit } from '#foundation/personal/assert-keys-fit.ts';
import { phoneIndex } from '#foundation/personal/index.ts';
import { rotateKeys } from '#foundation/personal/rotate-keys.ts';
import { readSettings } from '#foundation/settings.ts';
import { readPersonalData, theClock } from '#community/people/index.ts';
import { connect, database, disconnect, openBeside } from './database.ts';
import { installation, openFolder } from './installation.ts';
import { openKeysFolder } from './keys-folder.ts';
import { migrate } from './migrate.ts';
import { perform } from './perform.ts';

// An installation from before contact data was sealed, brought up to date with everything in it.

let drop: () => Promise<void>;
const [chief = '', resident = '', twin = '', reporter = '', silent = ''] = [1, 2, 3, 4, 5].map((at) => newId(new Date(at)));
const intent = { actor: 'address:visitor', verb: 'voice.submit', input: { phone: '00077715001' } };

beforeAll(async () => {
  const clone = await cloneDatabase(inject('serverUrl'), 'template0');
  drop = () => clone.drop();
  await openFolder(readSettings({ HUIYIN_DATA: join(mkdtempSync(join(tmpdir(), 'huiyin-seal-')), 'data') }));
  await migrate(connect(clone.url, 2), { upTo: '0006_saved_filters' });
  await sql
    .raw(`
    insert into districts (name) values ('D'); insert into streets (district_id, name) values (1, 'S');
    insert into communities (street_id, slug, name) values (1, 'old-town', 'Old Town');
    insert into people (id, name, phone, email) values ('${chief}', 'Zeng Chief', '00077715002', 'chief@canary.example'),
      ('${resident}', 'Qiu Quintel', '01077715003', null), ('${twin}', 'Qiu Twin', '+861077715003', null);
    insert into roles (id, person_id, role, community_id) values (gen_random_uuid(), '${chief}', 'resident', 1);
    insert into roles (id, person_id, role, community_id, ended_at) values (gen_random_uuid(), '${chief}', 'community_worker', 1, now());
    insert into reporters (community_id, id, name, phone, email, created_at) values
      (1, '${reporter}', 'Wu Quintel', '00077715004', 'wu@canary.example', now()), (1, '${silent}', null, null, null, now());
    insert into phone_codes (id, community_id, phone, code_hmac, expires_at) values (gen_random_uuid(), 1, '00077715005', '\\x00', now());
    insert into idempotency_keys (actor, verb, key, body_hash, response) values
      ('address:visitor', 'voice.submit', 'intent-before', sha256('${JSON.stringify(intent.input)}'::bytea), '"the first answer"')`)
    .execute(database());
  await sql`analyze people, reporters`.execute(database());
  // Somebody elsewhere on the server has been at work for a long time.
  const elsewhere = openBeside(inject('serverUrl'));
  await elsewhere.transaction().execute(async (trx) => {
    await sql`select pg_current_xact_id()`.execute(trx);
    await migrate(database());
  });
  await elsewhere.destroy();
}, 60_000);
afterAll(async () => {
  await disconnect();
  await drop();
});

function read(table: 'people' | 'reporters', ids: string[]) {
  const look = { communityId: 1, table, ids, fields: ['name', 'phone', 'email'], purpose: 'check' } as const;
  return database()
    .transaction()
    .execute((trx) => readPersonalData({ trx, now: new Date() }, theClock, look));
}

it('everything can be read through the one door', async () => {
  const people = await read('people', [chief, resident, twin]);
  expect(people.get(chief)).toEqual({ name: 'Zeng Chief', phone: '00077715002', email: 'chief@canary.example', wechat: null });
  expect(people.get(resident)).toEqual({ name: 'Qiu Quintel', phone: '01077715003', email: null, wechat: null });
  expect(people.get(twin)).toEqual({ name: 'Qiu Twin', phone: '+861077715003', email: null, wechat: null });
  const reporters = await read('reporters', [reporter, silent]);
  expect(reporters.get(reporter)).toEqual({ name: 'Wu Quintel', phone: '00077715004', email: 'wu@canary.example', wechat: null });
  expect(reporters.get(silent)).toEqual({ name: null, phone: null, email: null, wechat: null });
});

it('only the name of who served stays readable; a number is found by its index', async () => {
  const rows = await database().selectFrom('people').select(['id', 'name']).orderBy('id').execute();
  expect(rows.map((row) => row.name)).toEqual(['Zeng Chief', null, null]);
  const found = await database().selectFrom('people').select('id').where('phone_index', '=', phoneIndex('010 7771 5003')).execute();
  expect(found).toEqual([{ id: resident }]);
});

it('an intent from before is still known when it is repeated', async () => {
  expect(await perform(intent, { key: 'intent-before' }, async () => 'done twice')).toBe('the first answer');
  await expect(perform({ ...intent, input: 'other' }, { key: 'intent-before' }, async () => '')).rejects.toThrow('request.key-reused');
  const { actor } = await database().selectFrom('idempotency_keys').select('actor').executeTakeFirstOrThrow();
  expect(actor).toMatch(/^address:[\w-]{43}$/);
});

it('the tables were written anew, and nothing waits for it any more', async () => {
  const { rows } = await sql`select relname from pg_class where obj_description(oid, 'pg_class') = 'rewritten'`.execute(database());
  expect(rows).toEqual([]);
  const { rows: statistics } = await sql`select from pg_stats where most_common_vals::text like '%Quintel%'`.execute(database());
  expect(statistics).toEqual([]);
  // The old notes of the planner are let go for good only when nobody on the server has an older transaction open.
  const { rows: notes } = await sql<{ path: string }>`select pg_relation_filepath('pg_statistic') as path`.execute(database());
  const files = (await serverFiles())?.filter((file) => !file.endsWith(notes[0]?.path ?? ''));
  expect(filesHolding(files ?? [], ['Quintel', 'Qiu Twin', '0007771500', '1077715003', 'canary.example'])).toEqual([]);
});

it('keys are wrapped anew and everything stays readable, also after being cut short', async () => {
  const { provider } = installation().personal;
  const first = await provider.generation();
  const cut = new Error('killed');
  const stop = () => {
    throw cut;
  };
  await expect(rotateKeys(database(), provider, stop)).rejects.toBe(cut);
  const steps: number[] = [];
  expect(await rotateKeys(database(), provider, (done) => steps.push(done))).toBe(first + 2);
  expect(steps).toEqual([5]);
  const generations = await database().selectFrom('subject_keys').select('generation').distinct().execute();
  expect(generations).toEqual([{ generation: first + 2 }]);
  expect((await read('reporters', [reporter])).get(reporter)?.phone).toBe('00077715004');
});

it('does not open with the keys of another installation', async () => {
  const other = await openKeysFolder(readSettings({ HUIYIN_DATA: join(mkdtempSync(join(tmpdir(), 'huiyin-other-')), 'data') }));
  await assertKeysFit(database(), installation().personal);
  await expect(assertKeysFit(database(), other.personal)).rejects.toThrow('does not belong to this database');
});
