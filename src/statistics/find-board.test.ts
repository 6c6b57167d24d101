import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { writeAnswer, writeVoices } from '#tests/written-voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { countVoices } from '#listen/voices/index.ts';
import { parts } from './account.ts';
import { findBoard } from './find-board.ts';

useDatabase();
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

async function makeBuilding({ communityId }: World, name: string): Promise<string> {
  const id = newId();
  await database()
    .insertInto('places')
    .values({ community_id: communityId, id, level: 'building', name, full_name: name, building_id: id })
    .execute();
  return id;
}

describe('findBoard', () => {
  it('V2: received is the sum of the parts, overall and for every channel', async () => {
    const world = await makeWorld();
    const stages = [
      'received',
      'in_progress',
      'answered',
      'reopened',
      'closed_confirmed',
      'closed_documented',
      'merged',
      'referred_out',
      'withdrawn',
    ] as const;
    for (const [at, stage] of stages.entries()) {
      await writeVoices(world, at + 1, { stage, channel: at % 2 ? 'telephone' : 'paper', round: stage === 'reopened' ? 2 : 1 });
    }
    const board = await findBoard(world.secretary, world.communityId);
    expect(board.account).toEqual({ received: 45, open: 10, confirmed: 5, documented: 6, merged: 7, referred: 8, withdrawn: 9 });
    expect(board.account).toEqual((await countVoices(world.secretary, world.communityId)).all);
    expect(board.channels).toHaveLength(9);
    for (const channel of board.channels) expect(parts.reduce((sum, part) => sum + channel[part], 0)).toBe(channel.received);
    expect(board.channels.reduce((sum, channel) => sum + channel.received, 0)).toBe(45);
    expect(board.now).toMatchObject({ waiting: 3, again: 4, overdue: 0 });
  });

  it('counts what is late, due today and waiting; an answered voice is no longer late', async () => {
    const world = await makeWorld();
    await writeVoices(world, 2, { stage: 'in_progress', dueAt: days(-1), words: 'Oldest', receivedAt: days(-9) });
    await writeVoices(world, 1, { stage: 'answered', dueAt: days(-1) });
    await writeVoices(world, 1, { stage: 'withdrawn', dueAt: days(-1) });
    const board = await findBoard(world.worker, world.communityId);
    expect(board.now).toMatchObject({ overdue: 2, waiting: 1, dueToday: 0 });
    expect(board.oldestNow.map(({ days: waited, light }) => [waited, light])).toEqual([
      [9, 'red'],
      [9, 'red'],
      [0, 'none'],
    ]);
    expect(board.oldestNow[0]).toMatchObject({ words: 'Oldest', ownerName: 'Worker', number: '2026-000001' });
  });

  it("V6: a walled person's board does not count the voice, nowhere", async () => {
    const world = await makeWorld();
    const buildingId = await makeBuilding(world, 'Building 3');
    const about = { stage: 'in_progress', dueAt: days(-1), buildingId, category: 'conduct', kind: 'complaint' } as const;
    await writeVoices(world, 12, { ...about, sealed: 'none', accused: [world.worker.personId] });
    await writeVoices(world, 12, { ...about, sealed: 'named', accused: [world.secretary.personId] });
    await writeVoices(world, 12, { ...about, sealed: 'street', accused: [world.secretary.personId] });
    const member = await makePerson(world, 'supervisory_member');
    const empty = { account: { received: 0 }, now: { overdue: 0 }, buildings: { shown: [], rest: null }, categories: [], oldestNow: [] };
    expect(await findBoard(world.worker, world.communityId)).toMatchObject(empty);
    const secretary = await findBoard(world.secretary, world.communityId);
    expect(secretary).toMatchObject({
      account: { received: 12 },
      now: { overdue: 12 },
      buildings: { shown: [{ name: 'Building 3', count: 12 }], rest: null },
    });
    expect(secretary.weeks.at(-1)?.received).toBe(12);
    expect(secretary.months.at(-1)?.received).toBe(12);
    expect((await findBoard(world.colleague, world.communityId)).account.received).toBe(12);
    expect((await findBoard(member, world.communityId)).account.received).toBe(24);
  });

  it('V7: shows answers in time by the frozen verdict and by the date first promised', async () => {
    const world = await makeWorld();
    const [one = '', two = '', three = ''] = await writeVoices(world, 3, { stage: 'answered' });
    await writeAnswer(world, one, { late: false, answeredAt: new Date(), originalDueAt: days(1) });
    await writeAnswer(world, two, { late: false, answeredAt: new Date(), originalDueAt: days(-1) });
    await writeAnswer(world, three, { late: true, answeredAt: new Date(), originalDueAt: days(-1) });
    await writeAnswer(world, three, { late: true, answeredAt: days(-40), originalDueAt: days(-50) });
    expect((await findBoard(world.secretary, world.communityId)).answers).toEqual({ given: 3, inTime: 2, inTimeOriginally: 1 });
  });

  it('V8: a voice reopened since is confirmed in no week and no month', async () => {
    const world = await makeWorld();
    const [reopened = ''] = await writeVoices(world, 1, { stage: 'closed_confirmed' });
    await writeVoices(world, 2, { stage: 'closed_confirmed' });
    const confirmed = async () => {
      const { weeks, months, confirmed: share } = await findBoard(world.secretary, world.communityId);
      return [weeks.at(-1)?.confirmed, months.at(-1)?.confirmed, share.part];
    };
    expect(await confirmed()).toEqual([3, 3, 3]);
    await database()
      .updateTable('voices')
      .set({ stage: 'reopened', round: 2 })
      .where('community_id', '=', world.communityId)
      .where('id', '=', reopened)
      .execute();
    expect(await confirmed()).toEqual([2, 2, 2]);
  });

  it('V11: leaves praise out of what residents said, and hides a rating of fewer than ten', async () => {
    const world = await makeWorld();
    await writeVoices(world, 9, { stage: 'closed_confirmed', rating: 4 });
    await writeVoices(world, 3, { stage: 'closed_confirmed', rating: 5, kind: 'praise' });
    await writeVoices(world, 1, { stage: 'closed_documented' });
    const board = await findBoard(world.secretary, world.communityId);
    expect(board.satisfaction).toEqual({ shown: false });
    expect(board.confirmed).toEqual({ part: 9, whole: 10 });
    await writeVoices(world, 1, { stage: 'closed_confirmed', rating: 5 });
    expect((await findBoard(world.secretary, world.communityId)).satisfaction).toMatchObject({ count: 10, sum: 41 });
  });

  it('hides small buildings, also from subtraction', async () => {
    const world = await makeWorld();
    await writeVoices(world, 20, { buildingId: await makeBuilding(world, 'Building 1') });
    await writeVoices(world, 13, { buildingId: await makeBuilding(world, 'Building 2') });
    await writeVoices(world, 4, { buildingId: await makeBuilding(world, 'Building 3') });
    await writeVoices(world, 3, { buildingId: await makeBuilding(world, 'Building 4'), receivedAt: days(-500) });
    const { buildings } = await findBoard(world.secretary, world.communityId);
    expect(buildings).toEqual({ shown: [{ name: 'Building 1', count: 20 }], rest: { cells: 2, count: 17 } });
  });

  it('is refused to whoever has no business with it', async () => {
    const world = await makeWorld();
    const strangers = [
      world.street,
      await makePerson(world, 'resident'),
      await makePerson(world, 'administrator'),
      await makePerson(world, 'property_manager'),
      (await makeWorld()).secretary,
    ];
    for (const stranger of strangers) await expect(findBoard(stranger, world.communityId)).rejects.toThrow(Forbidden);
    await expect(findBoard(nobody, world.communityId)).rejects.toThrow('sign-in.needed');
  });
});
