import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { findAdministration } from './find-administration.ts';

useDatabase();

describe('findAdministration', () => {
  it('shows each his own communities, and says where complaints about the leadership have nowhere to go', async () => {
    const world = await makeWorld();
    const administrator = await makePerson(world, 'administrator', 'Administrator');
    const seen = await findAdministration(administrator);
    expect(seen.communities).toMatchObject([
      {
        id: world.communityId,
        serving: 4,
        workers: 2,
        withoutStreet: false,
        secretaries: ['Secretary'],
        administrators: ['Administrator'],
      },
    ]);
    expect(seen.gateways).toEqual({ sms: 'outbox', mail: 'outbox' });
    await database().updateTable('roles').set({ ended_at: new Date() }).where('person_id', '=', world.street.personId).execute();
    expect((await findAdministration(administrator)).communities[0]?.withoutStreet).toBe(true);
  });

  it('is not for those who only work here', async () => {
    const { secretary, worker } = await makeWorld();
    await expect(findAdministration(secretary)).rejects.toThrow(Forbidden);
    await expect(findAdministration(worker)).rejects.toThrow(Forbidden);
  });
});
