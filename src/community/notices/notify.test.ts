import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { givePhone, makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { perform, type Act } from '#foundation/server/perform.ts';
import { newId } from '#foundation/ids.ts';
import { notify, notifyAll, type Notice } from './notify.ts';

useDatabase();

function act<T extends string | null | string[] | { noticeId: string | null }>(work: (act: Act) => Promise<T>): Promise<T> {
  return perform({ actor: 'test', verb: 'test', input: null }, undefined, work);
}

function meeting(world: World, change: Partial<Notice> = {}): Notice {
  const about = { kind: 'meeting', id: newId() };
  return { communityId: world.communityId, topic: 'meeting', template: 'meeting.called', facts: { day: '2026-12-01' }, about, ...change };
}

async function jobsOf(noticeIds: (string | null)[]) {
  const { rows } = await sql<{ data: { noticeId: string } }>`select data from pgboss.job where name = 'send-notice'`.execute(database());
  return rows.filter(({ data }) => noticeIds.includes(data.noticeId)).length;
}

async function wish(world: World, personId: string | null, way: string) {
  const row = { community_id: world.communityId, id: newId(), person_id: personId ?? '', digest: 'weekly', quiet_from: 21, quiet_to: 8 };
  await database()
    .insertInto('notice_preferences')
    .values({ ...row, way, said_way: 'page', set_at: new Date() })
    .execute();
}

describe('notify', () => {
  it('tells one person of one event once, however many rooms call', async () => {
    const world = await makeWorld();
    const { personId } = await makePerson(world, 'resident', 'Li');
    const notice = { ...meeting(world, { event: newId() }), personId: personId ?? '' };
    expect((await act((a) => notify(a, notice))).noticeId).not.toBeNull();
    expect((await act((a) => notify(a, { ...notice, template: 'meeting.moved' }))).noticeId).toBeNull();
    const again = await act(async (a) => {
      const same = { ...meeting(world), personId: personId ?? '' };
      await notify(a, same);
      return notify(a, { ...same, topic: 'area' });
    });
    expect(again.noticeId).toBeNull();
  });

  it('sends at once only own voices, duties and danger, and never to whoever reads on the page', async () => {
    const world = await makeWorld();
    const wang = await makePerson(world, 'resident', 'Wang');
    const quiet = await makePerson(world, 'resident', 'Quiet');
    await givePhone(wang, '0001112222');
    await wish(world, wang.personId, 'sms');
    const to = [wang.personId ?? '', quiet.personId ?? ''];
    const count = async (change: Partial<Notice>) => jobsOf(await act((a) => notifyAll(a, meeting(world, change), to)));
    expect(await count({ topic: 'meeting' })).toBe(0);
    expect(await count({ topic: 'duty' })).toBe(1);
    expect(await count({ topic: 'own_voice' })).toBe(1);
    expect(await count({ topic: 'area', urgent: true })).toBe(1);
  });

  it('tells nobody of history that is planted', async () => {
    const world = await makeWorld();
    const told = await act((a) => notifyAll({ ...a, quiet: true }, meeting(world), [world.worker.personId ?? '']));
    expect(told).toEqual([]);
  });

  it('takes codes, numbers and days, never what somebody said', async () => {
    const world = await makeWorld();
    const personId = world.worker.personId ?? '';
    const said = { ...meeting(world, { facts: { words: 'My neighbour is loud' } }), personId };
    await expect(act((a) => notify(a, said))).rejects.toThrow('must be a code');
  });
});
