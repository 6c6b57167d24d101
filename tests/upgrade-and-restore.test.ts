import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { assertLedgerGoesOn, checkLedger, goOn } from '#ledger/index.ts';
import { makeBackup, openForRestore, restoreBackup } from '#foundation/backup/index.ts';
import { appendToLedger } from '#foundation/server/append-to-ledger.ts';
import { connect, database, databaseTime, disconnect, openBeside } from '#foundation/server/database.ts';
import { openFolder } from '#foundation/server/installation.ts';
import { closeJobs, openJobs } from '#foundation/server/jobs.ts';
import { migrate, migrationNames } from '#foundation/server/migrate.ts';
import { readSettings } from '#foundation/settings.ts';
import { nobody, replayErasures, type Viewer } from '#community/people/index.ts';
import { readContact } from '#listen/voices/index.ts';
import { openOldTown, readOldTown, type OldTown } from './old-town.ts';
import { cloneDatabase } from './template-database.ts';

// The town of release 0.1.0, upgraded by today's code; and what an old copy must never be able to undo.

let town: OldTown;
let old: Awaited<ReturnType<typeof readOldTown>>;

beforeAll(async () => {
  old = await readOldTown();
  town = await openOldTown();
  connect(town.place.url, 4);
  await openJobs(town.place.url, false);
}, 60_000);

afterAll(async () => {
  await closeJobs();
  await disconnect();
  await town.close();
});

describe('F15 an upgrade with people in the house', () => {
  test('the fixture is of the released schema, and the town is of the newest', async () => {
    expect(old.about.migrations.at(-1)).toBe('0006_saved_filters');
    const { rows } = await town.client.query<{ name: string }>('select name from kysely_migration order by name');
    expect(rows.map(({ name }) => name)).toEqual(migrationNames());
  });

  test('every row is still there, and what a row said it still says', async () => {
    await town.client.query(`set timezone = 'UTC'`);
    for (const [table, { columns, rows }] of old.tables) {
      if (renewed.has(table)) continue;
      const count = await town.client.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
      expect([table, count.rows[0]?.count]).toEqual([table, rows.length]);
      // Names of those who serve nobody are sealed now: they are read through the door below.
      const kept = await keptColumns(table, columns);
      const now = await town.client.query<{ row: (string | null)[] }>(
        `select array[${kept.map((name) => `${name}::text`).join(', ')}] as row from ${table}`,
      );
      const before = rows.map((row) => kept.map((name) => row[columns.indexOf(name)] ?? null));
      expect(sorted(now.rows.map(({ row }) => row.map(plain)))).toEqual(sorted(before.map((row) => row.map(plain))));
    }
  });

  test('names and telephone numbers are read through the door as they were given', async () => {
    const voices = old.tables.get('voices');
    const reporters = old.tables.get('reporters');
    const of = (table: typeof voices, row: (string | null)[] | undefined, name: string) =>
      row?.[table?.columns.indexOf(name) ?? -1] ?? null;
    const open = voices?.rows.filter((row) => of(voices, row, 'sealed') === 'none' && of(voices, row, 'disclosure') !== 'anonymous') ?? [];
    let read = 0;
    for (const row of open) {
      const communityId = Number(of(voices, row, 'community_id'));
      const reporter = reporters?.rows.find((one) => of(reporters, one, 'id') === of(voices, row, 'reporter_id'));
      const viewer = await secretaryOf(communityId);
      const ref = { communityId, id: of(voices, row, 'id') ?? '' };
      const contact = await readContact(viewer, ref, { purpose: 'check' }).catch(() => null);
      // What is closed stays closed, also to a secretary.
      if (!contact) continue;
      read += 1;
      expect(contact).toMatchObject({ name: of(reporters, reporter, 'name'), phone: of(reporters, reporter, 'phone') });
      if (read === 8) break;
    }
    expect(read).toBeGreaterThan(5);
  });

  test('a start that is killed in the middle leaves the town as it was, and the next one brings it up to date', async () => {
    const empty = await cloneDatabase(inject('serverUrl'), 'template0');
    const client = new pg.Client({ connectionString: empty.url });
    try {
      const db = openBeside(empty.url);
      await migrate(db, { upTo: '0006_saved_filters' });
      await db.destroy();
      await client.connect();
      // Whoever holds this lock makes a later migration wait, so that the kill falls between two of them.
      await client.query('begin');
      await client.query('lock table voices');
      const child = spawn(process.execPath, ['--input-type=module', '-e', migrateIn(empty.url, town.place)], {
        stdio: 'ignore',
        cwd: join(import.meta.dirname, '..'),
      });
      // Asked from outside: within a transaction the answer would stay the first one.
      const waiting = `select 1 from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`;
      await waitFor(async () => (await town.client.query(waiting, [new URL(empty.url).pathname.slice(1)])).rowCount === 1);
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      await client.query('rollback');
      const halfway = await client.query<{ name: string }>('select name from kysely_migration order by name');
      expect(migrationNames().slice(0, halfway.rows.length)).toEqual(halfway.rows.map(({ name }) => name));
      const again = openBeside(empty.url);
      await migrate(again);
      await again.destroy();
      const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name');
      expect(rows.map(({ name }) => name)).toEqual(migrationNames());
    } finally {
      await client.end();
      await empty.drop();
    }
  });
});

describe('F9 an old copy', () => {
  test('its ledger is behind what was signed: refused with what to do; and who was erased since is erased again', async () => {
    const birth = { keysFolder: town.place.keys, publicAddress: undefined };
    await say('one');
    await goOn(database(), birth);
    const place = { ...town.place, backups: mkdtempSync(join(tmpdir(), 'huiyin-backups-')) };
    const made = await makeBackup(place, { version: 'test' });
    expect(made.about.ledger?.size).toBeGreaterThan(0);
    await assertLedgerGoesOn(database(), place.keys);
    await say('two');
    await goOn(database(), birth);
    const erased = await database()
      .selectFrom('voices')
      .select(['community_id', 'id', 'reporter_id'])
      .where('erased_at', 'is', null)
      .executeTakeFirstOrThrow();
    const line = { communityId: erased.community_id, about: 'voice', subjectId: erased.id, photos: [], at: new Date().toISOString() };
    writeFileSync(join(place.keys, 'erasures.jsonl'), `${JSON.stringify(line)}\n`);

    const empty = await cloneDatabase(inject('serverUrl'), 'template0');
    const data = mkdtempSync(join(tmpdir(), 'huiyin-restored-'));
    try {
      const about = await openForRestore(place.keys, made.path, { thisOne: false });
      await restoreBackup({ url: empty.url, data, keys: place.keys }, made.path, about, () => {});
      await reopen(empty.url, data, place.keys);
      await checkLedger();
      await expect(assertLedgerGoesOn(database(), place.keys)).rejects.toThrow(
        /this is an old back-up\. Restore the newest one\..*npm run ledger:epoch/,
      );
      expect(await replayErasures()).toBe(1);
      const after = await database().selectFrom('voices').select('erased_at').where('id', '=', erased.id).executeTakeFirstOrThrow();
      expect(after.erased_at).not.toBeNull();
      expect(await replayErasures()).toBe(0);
    } finally {
      await reopen(town.place.url, town.place.data, town.place.keys);
      await empty.drop();
    }
  });
});

async function say(what: string): Promise<void> {
  await database()
    .transaction()
    .execute(async (trx) => appendToLedger({ trx, now: await databaseTime(trx) }, { type: 'release', plain: { what } }));
}

async function reopen(url: string, data: string, keys: string): Promise<void> {
  await closeJobs();
  await disconnect();
  connect(url, 4);
  await openJobs(url, false);
  await openFolder(readSettings({ HUIYIN_DATA: data, HUIYIN_KEYS: keys }));
}

async function secretaryOf(communityId: number): Promise<Viewer> {
  const { rows } = await town.client.query<{ id: string; person: string }>(
    `select id, person_id as person from roles where community_id = $1 and role = 'community_secretary' and ended_at is null limit 1`,
    [communityId],
  );
  const scope = { communityIds: [communityId], streetId: null, districtId: null, placeId: null, unitName: null };
  const grants = [{ id: rows[0]?.id ?? '', role: 'community_secretary' as const, ...scope }];
  return { ...nobody, kind: 'staff', personId: rows[0]?.person ?? null, grants };
}

/** Short-lived, and rewritten by the upgrade so that no telephone number can be guessed from them. */
const renewed = new Set(['idempotency_keys', 'phone_codes', 'rate_limits']);

/** Columns whose values may be compared: those still there that are not sealed bytes now. */
async function keptColumns(table: string, columns: string[]): Promise<string[]> {
  const { rows } = await town.client.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table],
  );
  const sample = old.tables.get(table)?.rows ?? [];
  const wasBytes = (name: string) => sample.every((row) => row[columns.indexOf(name)]?.startsWith('\\x') ?? true);
  const now = new Map(rows.map(({ name, type }) => [name, type]));
  return columns.filter((name) => `${table}.${name}` !== 'people.name' && now.has(name) && (now.get(name) !== 'bytea' || wasBytes(name)));
}

/** JSON is compared without the spaces one way of writing it has. */
function plain(text: string | null): string {
  return text === null ? '(none)' : text === 't' ? 'true' : text === 'f' ? 'false' : text;
}

function sorted(rows: string[][]): string[] {
  return rows.map((row) => row.join('|')).toSorted();
}

function migrateIn(url: string, place: OldTown['place']): string {
  return `const { connect } = await import('#foundation/server/database.ts');
    const { openFolder } = await import('#foundation/server/installation.ts');
    const { readSettings } = await import('#foundation/settings.ts');
    const { migrate } = await import('#foundation/server/migrate.ts');
    await openFolder(readSettings({ HUIYIN_DATA: ${JSON.stringify(place.data)} }));
    await migrate(connect(${JSON.stringify(url)}, 2));`;
}

async function waitFor(happens: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    if (await happens()) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('it did not happen');
}
