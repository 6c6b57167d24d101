import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { newId } from '#foundation/ids.ts';
import { askForBackup } from './ask-for-backup.ts';
import { findBackupState } from './find-backup-state.ts';

useDatabase();

test('only who runs the installation sees the back-ups and may ask for one; asked twice, one is made', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  for (const viewer of [world.worker, world.secretary, world.street]) {
    await expect(askForBackup(viewer)).rejects.toThrow(Forbidden);
    expect(await findBackupState(viewer)).toBeNull();
  }
  expect(await findBackupState(administrator)).toMatchObject({
    last: null,
    late: true,
    asked: false,
    underWay: null,
    failed: null,
    nightly: true,
  });
  expect(await askForBackup(administrator)).toEqual({ asked: true });
  expect(await askForBackup(administrator)).toEqual({ asked: false });
  const { rows } = await sql`select data from pgboss.job where name = 'back-up'`.execute(database());
  expect(rows).toEqual([{ data: { asked: administrator.personId } }]);
  expect(await findBackupState(administrator)).toMatchObject({ asked: true });
});

test('the last verified one is shown, a later failure beside it; a row whose process died is not under way', async () => {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const made = { file_name: 'huiyin-20261122-023000.backup', bytes: 1234, voices: 5, verified_how: 'restored' };
  const ago = (hours: number) => sql<string>`clock_timestamp() - make_interval(hours => ${hours})`;
  await database()
    .insertInto('backups')
    .values({ id: newId(), started_at: ago(35), finished_at: ago(35), verified_at: ago(35), ...made })
    .execute();
  expect(await findBackupState(administrator)).toMatchObject({
    late: false,
    last: { bytes: 1234, voices: 5, how: 'restored' },
    failed: null,
  });
  await database()
    .insertInto('backups')
    .values({ id: newId(), started_at: ago(11), finished_at: ago(11), failure: 'no-room' })
    .execute();
  expect(await findBackupState(administrator)).toMatchObject({ late: false, last: { bytes: 1234 }, failed: { why: 'no-room' } });
  await database()
    .insertInto('backups')
    .values({ id: newId(), started_at: ago(1) })
    .execute();
  expect(await findBackupState(administrator)).toMatchObject({ underWay: null, failed: null });
});
