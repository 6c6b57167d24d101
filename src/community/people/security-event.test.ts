import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { commitmentBytes } from '#foundation/commitments/index.ts';
import { openSubjectKey } from '#foundation/personal/index.ts';
import { database } from '#foundation/server/database.ts';
import { recordSecurityEvent, type SecurityEvent } from './security-event.ts';

useDatabase();
const now = new Date('2026-11-23T02:00:00Z');

async function record(event: SecurityEvent): Promise<void> {
  await database()
    .transaction()
    .execute((trx) => recordSecurityEvent({ trx, now }, event));
}

async function queued(communityId: number): Promise<{ id: string; text: string }[]> {
  const rows = await database().selectFrom('ledger_queue').select(['id', 'entry']).orderBy('place').execute();
  return rows.map(({ id, entry }) => ({ id, text: entry.toString() })).filter(({ text }) => text.includes(`"c":"${communityId}"`));
}

it('commits the ledger to power that is given and taken, without saying who', async () => {
  const world = await makeWorld();
  const { personId } = await makePerson(world, 'community_worker', 'Qian Helper');
  const event = {
    name: 'role.given',
    personId,
    actorId: world.secretary.personId,
    communityId: world.communityId,
    data: { role: 'community_worker' },
  };
  await record(event);
  const [line] = await queued(world.communityId);
  const key = await database()
    .transaction()
    .execute((trx) => openSubjectKey(trx, { communityId: 0, id: personId ?? '' }));
  const id = line?.id ?? '';
  const content = { event: 'role.given', id, at: now.toISOString(), person: personId, by: world.secretary.personId, data: event.data };
  const commit = createHash('sha256')
    .update(commitmentBytes('role.given', key?.salt(id) ?? Buffer.of(), content))
    .digest('base64');
  expect(line?.text).toBe(`{"v":1,"t":"role.given","c":"${world.communityId}","d":"2026-11-23","h":"${commit}"}`);
  const stored = await database().selectFrom('security_events').select('name').where('id', '=', id).executeTakeFirst();
  expect(stored?.name).toBe('role.given');
});

it('leaves residents and sign-ins out of it', async () => {
  const world = await makeWorld();
  const { personId } = await makePerson(world, 'resident', 'Resident');
  await record({ name: 'role.given', personId, communityId: world.communityId, data: { role: 'resident' } });
  await record({ name: 'sign_in.failed', personId, communityId: world.communityId });
  expect(await queued(world.communityId)).toEqual([]);
});
