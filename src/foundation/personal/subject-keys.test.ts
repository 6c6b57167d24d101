import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { installation } from '#foundation/server/installation.ts';
import type { Act } from '#foundation/server/perform.ts';
import { openSealed } from './open-sealed.ts';
import { createSubjectKey, destroySubjectKey, draftSubjectKey, openSubjectKey, openSubjectKeys } from './subject-keys.ts';

useDatabase();
const bound = { table: 'reporters', column: 'phone', row: newId() };

function acting<T>(work: (act: Act) => Promise<T>): Promise<T> {
  return database()
    .transaction()
    .execute((trx) => work({ trx, now: new Date() }));
}

it('seals and salts the same after the key was put away and opened again', async () => {
  const subject = { communityId: 7, id: newId() };
  const made = await acting((act) => createSubjectKey(act, subject));
  const sealed = made.seal(bound, '000-5550101 王');
  const again = await acting(({ trx }) => openSubjectKey(trx, subject));
  expect(again?.subject).toEqual(subject);
  expect(again && openSealed(again, bound, sealed)).toBe('000-5550101 王');
  expect(again?.salt('a')).toEqual(made.salt('a'));
  expect(made.salt('a')).toHaveLength(32);
  expect(made.salt('a')).not.toEqual(made.salt('b'));
  expect(made.seal(bound, 'x')).not.toEqual(made.seal(bound, 'x'));
});

it('opens nothing that was moved or changed, and nothing of somebody else', async () => {
  const [key, other] = await Promise.all([1, 2].map(() => acting(async (act) => createSubjectKey(act, { communityId: 7, id: newId() }))));
  if (!key || !other) throw new Error('two keys were made');
  const sealed = key.seal(bound, 'x');
  expect(() => openSealed(other, bound, sealed)).toThrow();
  for (const moved of [{ table: 'people' }, { column: 'name' }, { row: newId() }])
    expect(() => openSealed(key, { ...bound, ...moved }, sealed)).toThrow();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => openSealed(key, bound, changed)).toThrow();
  }
  expect(() => openSealed({ ...key }, bound, sealed)).toThrow('was not made here');
});

it('a wrapped key moved to another row or community does not open', async () => {
  const { row } = await draftSubjectKey(new Date(), { communityId: 7, id: newId() });
  const thief = newId();
  await acting(async ({ trx }) => {
    await trx
      .insertInto('subject_keys')
      .values([
        { ...row, id: thief },
        { ...row, community_id: 8 },
      ])
      .execute();
    await expect(openSubjectKey(trx, { communityId: 7, id: thief })).rejects.toThrow();
    await expect(openSubjectKey(trx, { communityId: 8, id: row.id })).rejects.toThrow();
  });
});

it('a destroyed key stays destroyed, and says who did it and why', async () => {
  const [subject, kept] = [
    { communityId: 7, id: newId() },
    { communityId: 7, id: newId() },
  ];
  for (const one of [subject, kept]) await acting((act) => createSubjectKey(act, one));
  expect(await acting((act) => destroySubjectKey(act, subject, { by: null, reason: 'asked' }))).toBe(true);
  expect(await acting((act) => destroySubjectKey(act, subject, { by: null, reason: 'again' }))).toBe(false);
  const open = await acting(({ trx }) => openSubjectKeys(trx, 7, [subject.id, kept.id, newId()]));
  expect([...open.keys()]).toEqual([kept.id]);
  const row = database().selectFrom('subject_keys').selectAll().where('id', '=', subject.id);
  expect(await row.executeTakeFirst()).toMatchObject({ wrapped: null, reason: 'asked', destroyed_by: null });
  const revived = database()
    .updateTable('subject_keys')
    .set({ wrapped: Buffer.alloc(60), destroyed_at: null, reason: null });
  await expect(revived.where('id', '=', subject.id).execute()).rejects.toThrow('stays destroyed');
  await expect(database().deleteFrom('subject_keys').where('id', '=', subject.id).execute()).rejects.toThrow('append-only');
});

it('keys do not show when printed', async () => {
  const { key, row } = await draftSubjectKey(new Date(), { communityId: 7, id: newId() });
  const shown = inspect([key, installation().personal], { depth: 9, showHidden: false });
  expect(shown).not.toContain('Buffer');
  expect(JSON.stringify(key)).toBe(JSON.stringify({ subject: { communityId: 7, id: row.id } }));
});
