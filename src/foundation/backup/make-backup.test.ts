import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import pg from 'pg';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { cloneDatabase } from '#tests/template-database.ts';
import { openOldTown, type OldTown } from '#tests/old-town.ts';
import { openBackupKey } from './backup-key.ts';
import { makeBackup, type MadeBackup } from './make-backup.ts';
import type { Place } from './place.ts';
import { prepareSchema } from './prepare-schema.ts';
import { checkBackup } from './read-backup.ts';
import { openForRestore, restoreBackup } from './restore-backup.ts';

// A whole town, copied while people go on writing, and everything that can be wrong with a copy.

const version = '0.0.0-test';
const nothing = () => {};
let town: OldTown;
let place: Place;
let made: MadeBackup;

beforeAll(async () => {
  town = await openOldTown();
  place = { ...town.place, backups: mkdtempSync(join(tmpdir(), 'huiyin-backups-')) };
  mkdirSync(join(place.data, 'pictures', '1', 'ab'), { recursive: true });
  writeFileSync(join(place.data, 'pictures/1/ab/ab000000-0000-7000-8000-000000000000.jpg'), 'a picture');
  writeFileSync(join(place.data, 'pictures/1/ab/ab000000-0000-7000-8000-000000000000.jpg.x.draft'), 'half a picture');
  await town.client.query(
    `insert into pgboss.job (name, data, start_after, policy) values ('tell-reporter', '{"voiceId":"x"}', now() + interval '1 hour', 'standard')`,
  );
  const writing = keepWriting(town.client);
  made = await makeBackup(place, { version });
  await writing.stop();
}, 60_000);

afterAll(async () => town.close());

test('a restored back-up is equal in every table, sequence, picture and waiting job', async () => {
  await withRestored(made.path, async ({ client, data, url }) => {
    const after = await contentsOf(client);
    const before = await contentsOf(town.client);
    expect(Object.keys(after)).toEqual(Object.keys(before));
    for (const name of ['sessions', 'phone_codes', 'rate_limits', 'backups', 'security_events'])
      [before, after].forEach((one) => delete one[name]);
    expect(after).toEqual(before);
    const jobs = await client.query(`select name, data from pgboss.job where name = 'tell-reporter'`);
    expect(jobs.rows).toEqual([{ name: 'tell-reporter', data: { voiceId: 'x' } }]);
    expect(await readFile(join(data, 'pictures/1/ab/ab000000-0000-7000-8000-000000000000.jpg'), 'utf8')).toBe('a picture');
    expect(readdirSync(join(data, 'pictures/1/ab'))).toHaveLength(1);
    // Links and guards stand again, and numbers go on.
    expect(await guardsOf(client)).toEqual(await guardsOf(town.client));
    const next = async (one: pg.Client) => (await one.query(`select nextval('districts_id_seq')`)).rows[0];
    expect(await next(client)).toEqual(await next(town.client));
    // This database user may not make databases: the back-up is read back all the same.
    const backups = mkdtempSync(join(tmpdir(), 'huiyin-backups-'));
    expect(await makeBackup({ url, data, keys: place.keys, backups }, { version })).toMatchObject({ how: 'read', about: { jobs: 1 } });
  });
});

test('it was read back and restored for trial, its name tells when, and the record says so', async () => {
  expect(made).toMatchObject({ how: 'restored', deleted: [] });
  expect(readdirSync(place.backups)).toEqual([expect.stringMatching(/^huiyin-\d{8}-\d{6}\.backup$/)]);
  const { rows } = await town.client.query('select * from backups');
  expect(rows).toMatchObject([{ verified_how: 'restored', failure: null, voices: 172, percent: 100, bytes: made.bytes }]);
  const leftovers = await town.client.query(
    `select 1 from pg_database where datname like 'huiyin_trial_' || (select oid from pg_database where datname = current_database()) || '%'`,
  );
  expect(leftovers.rowCount).toBe(0);
});

test('neither keys nor words lie open in the file', async () => {
  const bytes = await readFile(made.path);
  expect(bytes.subarray(0, 21).toString()).toBe('age-encryption.org/v1');
  for (const word of ['回音', 'voices', (await openBackupKey(place.keys)).identity]) expect(bytes.includes(word)).toBe(false);
});

test('any byte changed, or an end cut off, is refused with one sentence', async () => {
  const { identity } = await openBackupKey(place.keys);
  const whole = await readFile(made.path);
  const copy = join(place.data, 'copy.backup');
  const header = whole.indexOf('\n---') + 60;
  const somewhere = fc.oneof(fc.integer({ min: 0, max: header }), fc.integer({ min: 0, max: whole.length - 1 }));
  await fc.assert(
    fc.asyncProperty(somewhere, fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, cut) => {
      const bytes = cut ? whole.subarray(0, at) : Buffer.from(whole);
      if (!cut) bytes.writeUInt8(bytes.readUInt8(at) ^ change, at);
      await writeFile(copy, bytes);
      await expect(checkBackup(copy, identity)).rejects.toMatchObject({
        name: 'Error',
        code: expect.stringMatching(/^(damaged|refused)$/),
      });
    }),
    { numRuns: 25 },
  );
});

test('without the keys, with others, or beside a newer one it is refused before anything is begun', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'huiyin-keys-'));
  const wanting = { thisOne: false };
  await expect(openForRestore(empty, made.path, wanting)).rejects.toThrow(/backup\.key is missing: first bring back the keys folder/);
  await openBackupKey(empty);
  await expect(openForRestore(empty, made.path, wanting)).rejects.toThrow(/closed with another key/);
  copyFileSync(join(place.keys, 'backup.key'), join(empty, 'backup.key'));
  await expect(openForRestore(empty, made.path, wanting)).rejects.toThrow(/installation\.key is missing/);
  writeFileSync(join(empty, 'installation.key'), 'another');
  await expect(openForRestore(empty, made.path, wanting)).rejects.toThrow(/installation\.key is not the key/);
  const newer = join(place.backups, 'huiyin-29990101-000000.backup');
  writeFileSync(newer, '');
  await expect(openForRestore(place.keys, made.path, wanting)).rejects.toThrow(/There is a newer back-up, huiyin-29990101/);
  expect(await openForRestore(place.keys, made.path, { thisOne: true })).toEqual(made.about);
  await expect(openForRestore(place.keys, join(place.backups, 'nowhere.backup'), wanting)).rejects.toThrow(/There is no back-up at/);
});

test('where somebody lives already, nothing is restored and nothing is touched', async () => {
  const before = await contentsOf(town.client);
  await expect(restoreBackup(place, made.path, made.about, nothing)).rejects.toThrow(/Somebody lives here already/);
  expect(await contentsOf(town.client)).toEqual(before);
});

test('made by a newer version, it asks for an update', async () => {
  const about = { ...made.about, migrations: [...made.about.migrations, '9999_later'] };
  await expect(prepareSchema(place.url, about)).rejects.toThrow(/made by a newer Huiyin/);
});

test('what fails is recorded and leaves nothing behind', async () => {
  const file = join(place.data, 'a-file');
  writeFileSync(file, '');
  await expect(makeBackup({ ...place, backups: join(file, 'below') }, { version })).rejects.toMatchObject({ code: 'not-writable' });
  const stop = new AbortController();
  const stopped = makeBackup(place, { version, signal: stop.signal, progress: () => stop.abort() });
  await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
  const examine = async () => Promise.reject(new Error('the ledger does not hold'));
  await expect(makeBackup(place, { version, examine })).rejects.toMatchObject({ code: 'database' });
  const { rows } = await town.client.query(
    'select failure, finished_at is not null as finished from backups order by started_at desc limit 3',
  );
  expect(rows.map(({ failure }) => failure)).toEqual(['database', 'stopped', 'not-writable']);
  expect(rows.every(({ finished }) => finished)).toBe(true);
  expect(readdirSync(place.backups).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('two at once: the second waits for another time', async () => {
  const holder = new pg.Client({ connectionString: place.url });
  await holder.connect();
  await holder.query('select pg_advisory_lock(20260102)');
  await expect(makeBackup(place, { version })).rejects.toMatchObject({ code: 'under-way' });
  await holder.end();
});

type Restored = { client: pg.Client; data: string; url: string };

/** Restored by somebody who owns an empty database and nothing else. */
async function withRestored(path: string, work: (restored: Restored) => Promise<void>): Promise<void> {
  const empty = await cloneDatabase(inject('serverUrl'), 'template0');
  const data = mkdtempSync(join(tmpdir(), 'huiyin-restored-'));
  const url = new URL(empty.url);
  const owner = `owner_of_${url.pathname.slice(1)}`;
  await town.client.query(`create role ${owner} login password 'x' nosuperuser nocreatedb`);
  await town.client.query(`alter database ${url.pathname.slice(1)} owner to ${owner}`);
  Object.assign(url, { username: owner, password: 'x' });
  try {
    await restoreBackup({ url: url.href, data, keys: place.keys }, path, made.about, nothing);
    await onDatabase(url.href, async (client) => work({ client, data, url: url.href }));
  } finally {
    await empty.drop();
    await town.client.query(`drop role ${owner}`);
  }
}

async function onDatabase(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

/** A fingerprint of every table, and where each sequence stands. */
async function contentsOf(client: pg.Client): Promise<Record<string, string>> {
  await client.query(`set timezone = 'UTC'`);
  const tables = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname not like 'kysely%' order by 1`,
  );
  const found: Record<string, string> = {};
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ print: string }>(
      `select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as print from ${name} t`,
    );
    found[name] = rows[0]?.print ?? '';
  }
  return found;
}

async function guardsOf(client: pg.Client): Promise<unknown[]> {
  const { rows } =
    await client.query(`select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as what, convalidated::text as state from pg_constraint where connamespace = 'public'::regnamespace
    union all select tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), tgenabled::text from pg_trigger where not tgisinternal and tgrelid::regclass::text not like 'pgboss%' order by 1, 2`);
  return rows;
}

/** Somebody keeps writing into a table the comparison leaves out, while the copy is made. */
function keepWriting(client: pg.Client): { stop: () => Promise<void> } {
  const stop = new AbortController();
  const done = (async () => {
    while (!stop.signal.aborted)
      await client.query(`insert into security_events (id, at, name) values (gen_random_uuid(), now(), 'noise')`);
  })();
  return {
    stop: async () => {
      stop.abort();
      await done;
    },
  };
}
