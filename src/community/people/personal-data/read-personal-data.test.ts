import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '../viewer.ts';
import { readPersonalData } from './read-personal-data.ts';

useDatabase();

it('writes the look down before anything is read, and reads nothing when it can not', async () => {
  const { communityId, worker } = await makeWorld();
  const look = { communityId, subjectId: newId(), fields: ['phone'], purpose: 'call' };
  const order: string[] = [];
  await database()
    .transaction()
    .execute(async (trx) => {
      const act = { trx, now: new Date() };
      await readPersonalData(act, worker, look, async () => {
        const seen = await trx
          .selectFrom('access_records')
          .select(['reader_id', 'fields', 'purpose'])
          .where('community_id', '=', communityId)
          .where('subject_id', '=', look.subjectId)
          .execute();
        expect(seen).toEqual([{ reader_id: worker.personId, fields: ['phone'], purpose: 'call' }]);
        order.push('read');
      });
      await expect(readPersonalData(act, nobody, look, async () => order.push('stranger'))).rejects.toThrow('sign-in.needed');
    });
  expect(order).toEqual(['read']);
});
