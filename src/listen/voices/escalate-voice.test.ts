import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, expectRefusals, rowOf } from '#tests/voices.ts';
import { database } from '#foundation/server/database.ts';
import { makeCommunity, makePerson, makeWorld } from '#tests/world.ts';
import { escalateVoice } from './escalate-voice.ts';

useDatabase();
const input = { reason: 'The main belongs to the city', targetDay: '2027-12-30' };

describe('escalateVoice', () => {
  it('is for the office or the owner, once, with a day ahead', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    await expectRefusals(voice, (viewer) => escalateVoice(viewer, voice, input), [
      [voice.speaker, 'voice.not-yours-to-handle'],
      [world.street, 'access.not-found'],
    ]);
    await expectRefusals(voice, (viewer) => escalateVoice(viewer, voice, { ...input, targetDay: '2026-01-05' }), [
      [world.worker, 'voice.day-not-ahead'],
    ]);
    const { due_at } = await rowOf(voice);
    await escalateVoice(world.worker, voice, input);
    expect(await rowOf(voice)).toMatchObject({
      stage: 'escalated',
      level: 'street',
      owner_id: null,
      first_receiver_id: world.street.personId,
      due_at,
    });
    await expectRefusals(voice, (viewer) => escalateVoice(viewer, voice, input), [[world.street, 'voice.not-from-here-escalate']]);
  });

  it('hands nothing to an empty desk', async () => {
    const world = await makeWorld();
    const elsewhere = await makeWorld();
    const { communityId } = await makeCommunity(elsewhere.streetId);
    const alone = { ...elsewhere, communityId };
    const worker = await makePerson(alone, 'community_worker');
    const voice = await aVoice({ ...world, communityId, colleague: worker, worker }, 'triaged');
    await escalateVoice(worker, voice, input);
    expect((await rowOf(voice)).first_receiver_id).toBe(elsewhere.street.personId);

    const bare = { ...(await makeStreetWithoutStaff()) };
    const only = await makePerson(bare, 'community_worker');
    const stays = await aVoice({ ...world, ...bare, colleague: only, worker: only }, 'triaged');
    await expectRefusals(stays, (viewer) => escalateVoice(viewer, stays, input), [[only, 'voice.nobody-at-street']]);
  });
});

async function makeStreetWithoutStaff() {
  const { districtId } = await makeWorld();
  const street = await database()
    .insertInto('streets')
    .values({ district_id: districtId, name: 'New' })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { districtId, streetId: street.id, ...(await makeCommunity(street.id)) };
}
