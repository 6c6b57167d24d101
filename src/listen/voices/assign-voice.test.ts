import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, expectRefusals, rowOf, sorted } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { assignVoice } from './assign-voice.ts';
import { escalateVoice } from './escalate-voice.ts';
import { triageVoice } from './triage-voice.ts';

useDatabase();
const id = (viewer: { personId: string | null }) => viewer.personId ?? '';

describe('assignVoice', () => {
  it('is for the office, once the voice is sorted', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await expectRefusals(voice, (viewer) => assignVoice(viewer, voice, { ownerId: id(world.worker) }), [
      [await makePerson(world, 'resident'), 'access.not-found'],
      [voice.speaker, 'voice.not-yours-to-handle'],
      [await makePerson(world, 'supervisory_member'), 'voice.not-yours-to-handle'],
      [world.worker, 'voice.not-from-here-assign'],
    ]);
  });

  it('asks somebody who serves here: also a building chief or the property, not a resident, the street or a supervisor', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    const elsewhere = await makeWorld();
    for (const [owner, code] of [
      [await makePerson(world, 'resident'), 'voice.owner-does-not-serve-here'],
      [await makePerson(world, 'supervisory_member'), 'voice.owner-does-not-serve-here'],
      [world.street, 'voice.owner-does-not-serve-here'],
      [elsewhere.worker, 'voice.owner-does-not-serve-here'],
    ] as const)
      await expectRefusals(voice, (viewer) => assignVoice(viewer, voice, { ownerId: id(owner) }), [[world.worker, code]]);
    const manager = await makePerson(world, 'property_manager');
    await assignVoice(world.worker, voice, { ownerId: id(manager) });
    expect(await rowOf(voice)).toMatchObject({ stage: 'assigned', owner_id: manager.personId });
  });

  it('may ask another before anybody has accepted, and keeps both rows', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'assigned');
    await expectRefusals(voice, (viewer) => assignVoice(viewer, voice, { ownerId: id(world.worker) }), [
      [world.colleague, 'voice.already-theirs'],
    ]);
    await assignVoice(world.colleague, voice, { ownerId: id(world.secretary) });
    const rows = await database()
      .selectFrom('voice_assignments')
      .select('owner_id')
      .where('voice_id', '=', voice.id)
      .orderBy('id')
      .execute();
    expect(rows.map((row) => row.owner_id)).toEqual([world.worker.personId, world.secretary.personId]);
  });

  it('never asks the one who spoke, and keeps what names somebody in a small circle', async () => {
    const world = await makeWorld();
    const own = await aVoice(world, 'received');
    await database()
      .updateTable('reporters')
      .set({ person_id: world.worker.personId })
      .where('id', '=', (await rowOf(own)).reporter_id)
      .execute();
    await bring(world, own, 'triaged');
    await expectRefusals(own, (viewer) => assignVoice(viewer, own, { ownerId: id(world.worker) }), [
      [world.colleague, 'voice.owner-is-speaker'],
    ]);

    const sealed = await aVoice(world, 'acknowledged');
    await triageVoice(world.colleague, sealed, { ...sorted, kind: 'complaint', accusedIds: [id(world.worker)] });
    const manager = await makePerson(world, 'property_manager');
    for (const owner of [world.worker, manager]) {
      await expectRefusals(sealed, (viewer) => assignVoice(viewer, sealed, { ownerId: id(owner) }), [
        [world.secretary, 'voice.owner-does-not-serve-here'],
      ]);
    }
    await assignVoice(world.secretary, sealed, { ownerId: id(world.colleague) });
    expect((await rowOf(sealed)).owner_id).toBe(world.colleague.personId);
  });

  it('once at the street, only the street asks, and may ask itself', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    await escalateVoice(world.worker, voice, { reason: 'The main belongs to the city', targetDay: '2027-12-30' });
    await expectRefusals(voice, (viewer) => assignVoice(viewer, voice, { ownerId: id(world.worker) }), [
      [world.worker, 'voice.not-yours-to-handle'],
      [world.secretary, 'voice.not-yours-to-handle'],
    ]);
    await assignVoice(world.street, voice, { ownerId: id(world.street) });
    expect((await rowOf(voice)).owner_id).toBe(world.street.personId);
  });
});
