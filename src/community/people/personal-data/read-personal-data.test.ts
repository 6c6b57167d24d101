import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { speak } from '#tests/voices.ts';
import { givePhone, makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { destroySubjectKey } from '#foundation/personal/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import { giveRole } from '../roles/give-role.ts';
import { freshSession } from '#tests/account.ts';
import { nobody, theClock } from '../viewer.ts';
import { readOwnData, readPersonalData } from './read-personal-data.ts';

useDatabase();

function acting<T>(work: (act: Act) => Promise<T>): Promise<T> {
  return database()
    .transaction()
    .execute((trx) => work({ trx, now: new Date() }));
}

async function reporterOf(voice: { communityId: number; id: string }): Promise<string> {
  const row = await database()
    .selectFrom('voices')
    .select('reporter_id')
    .where('community_id', '=', voice.communityId)
    .where('id', '=', voice.id)
    .executeTakeFirstOrThrow();
  return row.reporter_id;
}

function looksAt(world: World, subjectId: string) {
  return database()
    .selectFrom('access_records')
    .select(['reader_id', 'reader_role', 'fields', 'purpose'])
    .where('community_id', '=', world.communityId)
    .where('subject_id', '=', subjectId)
    .execute();
}

const contact = { name: 'Wang', phone: '0005551001', email: 'wang@example.org' };

it('opens what was asked for, and writes down who looked at what, and what for', async () => {
  const world = await makeWorld();
  const voice = await speak(world, contact);
  const id = await reporterOf(voice);
  const look = { communityId: world.communityId, table: 'reporters', ids: [id], purpose: 'call' } as const;
  const read = await acting((act) => readPersonalData(act, world.worker, { ...look, fields: ['name', 'phone'] }));
  expect(read.get(id)).toEqual({ name: 'Wang', phone: '0005551001', email: null, wechat: null });
  await acting((act) => readPersonalData(act, theClock, { ...look, fields: ['email'], purpose: 'message' }));
  expect(await looksAt(world, id)).toEqual([
    { reader_id: world.worker.personId, reader_role: 'community_worker', fields: ['name', 'phone'], purpose: 'call' },
    { reader_id: null, reader_role: 'clock', fields: ['email'], purpose: 'message' },
  ]);
});

it('reads nothing when the look can not be written down', async () => {
  const world = await makeWorld();
  const id = await reporterOf(await speak(world, contact));
  const look = { communityId: world.communityId, table: 'reporters', ids: [id], fields: ['phone'], purpose: 'call' } as const;
  await expect(acting((act) => readPersonalData(act, nobody, look))).rejects.toThrow('sign-in.needed');
  await database()
    .transaction()
    .execute(async (trx) => {
      await sql`alter table access_records add constraint book_is_full check (purpose <> 'call') not valid`.execute(trx);
      await expect(readPersonalData({ trx, now: new Date() }, world.worker, look)).rejects.toThrow('book_is_full');
      throw new Error('undo');
    })
    .catch((error: unknown) => expect(String(error)).toContain('undo'));
  expect(await looksAt(world, id)).toEqual([]);
});

it('one looks at oneself without a line: by sign-in, and by number and code', async () => {
  const world = await makeWorld();
  const wang = await makePerson(world, 'resident', 'Wang');
  await givePhone(wang, '0005551002');
  expect(await readOwnData(database(), wang, ['name', 'phone'])).toEqual({ name: 'Wang', phone: '0005551002', email: null, wechat: null });
  await expect(readOwnData(database(), nobody, ['name'])).rejects.toThrow('sign-in.needed');
  const voice = await speak(world, contact, wang);
  const id = await reporterOf(voice);
  const look = { communityId: world.communityId, table: 'reporters', ids: [id], fields: ['phone'], purpose: 'own' } as const;
  for (const viewer of [wang, voice.speaker]) {
    expect((await acting((act) => readPersonalData(act, viewer, look))).get(id)?.phone).toBe(contact.phone);
  }
  expect(await looksAt(world, id)).toEqual([]);
  const stranger = (await speak(world)).speaker;
  await expect(acting((act) => readPersonalData(act, stranger, look))).rejects.toThrow('sign-in.needed');
});

it('a list of residents is a line for each of them', async () => {
  const world = await makeWorld();
  const residents = await Promise.all(['Li', 'Zhao'].map((name) => makePerson(world, 'resident', name)));
  const ids = residents.map(({ personId }) => personId ?? '');
  const look = { communityId: world.communityId, table: 'people', ids, fields: ['name'], purpose: 'cards' } as const;
  const read = await acting((act) => readPersonalData(act, world.worker, look));
  expect(ids.map((id) => read.get(id)?.name)).toEqual(['Li', 'Zhao']);
  for (const id of ids) expect(await looksAt(world, id)).toHaveLength(1);
});

it('whoever takes on a public function is known by name; the look says what for', async () => {
  const world = await makeWorld();
  const chief = await makePerson(world, 'resident', 'Sun');
  const id = chief.personId ?? '';
  const nameOf = () => database().selectFrom('people').select(['name', 'name_sealed']).where('id', '=', id).executeTakeFirstOrThrow();
  expect(await nameOf()).toMatchObject({ name: null, name_sealed: expect.any(Buffer) });
  await giveRole(world.secretary, freshSession(), world.communityId, { personId: id, role: 'community_worker' });
  expect(await nameOf()).toEqual({ name: 'Sun', name_sealed: null });
  expect(await looksAt(world, id)).toMatchObject([{ reader_id: world.secretary.personId, purpose: 'public_function', fields: ['name'] }]);
});

it('nothing opens once the key is destroyed', async () => {
  const world = await makeWorld();
  const id = await reporterOf(await speak(world, contact));
  await acting((act) => destroySubjectKey(act, { communityId: world.communityId, id }, { by: null, reason: 'asked' }));
  const look = { communityId: world.communityId, table: 'reporters', ids: [id], fields: ['name', 'phone'], purpose: 'call' } as const;
  const read = await acting((act) => readPersonalData(act, world.worker, look));
  expect(read.get(id)).toEqual({ name: null, phone: null, email: null, wechat: null });
});
