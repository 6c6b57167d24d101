import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { writeAnswer, writeVoices } from '#tests/written-voices.ts';
import { makeCommunity, makePerson, makeWorld } from '#tests/world.ts';
import { newId } from '#foundation/ids.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { findGrants } from '#community/people/index.ts';
import { findStreetView } from './find-street-view.ts';

useDatabase();
const days = (count: number) => new Date(Date.now() + count * 86_400_000);

/** A world whose street supervisor serves the whole street, as a sign-in would find. */
async function makeStreet() {
  const world = await makeWorld();
  const second = await makeCommunity(world.streetId);
  for (const [id, name] of [
    [world.communityId, 'Garden 10'],
    [second.communityId, 'Garden 2'],
  ] as const) {
    await database().updateTable('communities').set({ name }).where('id', '=', id).execute();
  }
  const grants = await findGrants(world.street.personId ?? '', new Date());
  return { ...world, street: { ...world.street, grants }, second: { ...world, ...second } };
}

describe('findStreetView', () => {
  it('shows every community as numbers, sorted by name, and their sum', async () => {
    const world = await makeStreet();
    const [answered = ''] = await writeVoices(world, 1, { stage: 'answered' });
    await writeAnswer(world, answered, { late: false, answeredAt: new Date(), originalDueAt: days(1) });
    await writeVoices(world, 6, { stage: 'closed_confirmed', category: 'water' });
    await writeVoices(world, 2, { stage: 'closed_confirmed', kind: 'praise', category: 'thanks' });
    await writeVoices(world, 2, { stage: 'closed_documented', category: 'water' });
    await writeVoices(world, 3, { stage: 'reopened', round: 2, dueAt: days(-1) });
    await writeVoices(world, 1, { stage: 'merged' });
    await writeVoices(world.second, 4, { stage: 'received', category: 'water' });
    const view = await findStreetView(world.street, world.streetId);
    expect(view.together.account).toEqual({ received: 19, open: 8, confirmed: 8, documented: 2, merged: 1, referred: 0, withdrawn: 0 });
    expect(view.communities.map((one) => one.community.name)).toEqual(['Garden 2', 'Garden 10']);
    expect(view.communities.find((one) => one.community.id === world.communityId)).toMatchObject({
      received: 15,
      overdue: 3,
      inTime: { part: 1, whole: 1 },
      answered: { part: 14, whole: 14 },
      confirmed: { part: 6, whole: 8 },
      reopened: { part: 3, whole: 15 },
      households: null,
    });
    expect(view.categories).toEqual({ shown: [], rest: { cells: 3, count: 19 } });
    expect(view.together).toMatchObject({ received: 19, overdue: 3, answered: { part: 14, whole: 18 } });
  });

  it('knows households where they are listed', async () => {
    const world = await makeStreet();
    await database()
      .insertInto('places')
      .values(
        [1, 2, 3].map((name) => ({
          community_id: world.communityId,
          id: newId(),
          level: 'household',
          name: `${name}`,
          full_name: `${name}`,
          ended_at: name === 3 ? new Date() : null,
        })),
      )
      .execute();
    await writeVoices(world, 1);
    await writeVoices(world.second, 4);
    const view = await findStreetView(world.street, world.streetId);
    expect(view.communities.map((one) => one.households)).toEqual([null, { part: 1, whole: 2 }]);
    expect(view.together.households).toEqual({ part: 1, whole: 2 });
  });

  it('lists what waits for the street, what is due first first, with the cause', async () => {
    const world = await makeStreet();
    const [raised = ''] = await writeVoices(world, 1, { level: 'street', stage: 'escalated', dueAt: days(2), words: 'Fire lane' });
    await writeVoices(world.second, 1, {
      sealed: 'street',
      stage: 'received',
      dueAt: days(-1),
      words: 'About the secretary',
      accused: [world.secretary.personId],
    });
    await writeVoices(world, 1, { level: 'street', stage: 'withdrawn' });
    await writeVoices(world, 1, { stage: 'in_progress' });
    await database()
      .insertInto('voice_escalations')
      .values({
        community_id: world.communityId,
        id: newId(),
        voice_id: raised,
        cause: 'too_hard',
        reason: 'Several departments',
        target_day: '2026-12-01',
        escalated_at: new Date(),
      })
      .execute();
    const { inbox, together } = await findStreetView(world.street, world.streetId);
    expect(inbox).toMatchObject({ count: 2, sealed: 1 });
    expect(inbox.first.map((voice) => [voice.words, voice.sealed, voice.cause, voice.targetDay, voice.light])).toEqual([
      ['About the secretary', true, null, null, 'red'],
      ['Fire lane', false, 'too_hard', '2026-12-01', expect.anything()],
    ]);
    expect(inbox.first[0]?.slug).toBe(world.second.slug);
    expect(together.account.received).toBe(3);
  });

  it('V6: a street supervisor who is named sees and counts nothing of it', async () => {
    const world = await makeStreet();
    await writeVoices(world, 3, { level: 'street', stage: 'escalated', sealed: 'named', accused: [world.street.personId] });
    await writeVoices(world, 3, { stage: 'escalated', sealed: 'street', accused: [world.street.personId, world.secretary.personId] });
    const view = await findStreetView(world.street, world.streetId);
    expect(view.together.account.received).toBe(0);
    expect(view.categories).toEqual({ shown: [], rest: null });
    expect(view.inbox).toEqual({ count: 0, sealed: 0, first: [] });
    const other = await makePerson(world, 'street_supervisor');
    expect(await findStreetView(other, world.streetId)).toMatchObject({
      together: { account: { received: 3 } },
      inbox: { count: 6, sealed: 3 },
    });
  });

  it('is refused to everybody else; a street that does not exist is missing', async () => {
    const world = await makeStreet();
    const elsewhere = await makeWorld();
    for (const stranger of [world.secretary, world.worker, elsewhere.street, await makePerson(world, 'district_supervisor')]) {
      await expect(findStreetView(stranger, world.streetId)).rejects.toThrow(Forbidden);
    }
    await expect(findStreetView(world.street, 2_000_000_000)).rejects.toThrow(Missing);
  });
});
