import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, bring, eventsOf, expectRefusals, rowOf, sorted } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { loadVoice } from './load-voice.ts';
import { mergeVoice } from './merge-voice.ts';
import { publishVoice } from './publish-voice.ts';
import { triageVoice } from './triage-voice.ts';

useDatabase();
const complaint = { ...sorted, kind: 'complaint' as const, category: 'conduct' };

describe('triageVoice', () => {
  it('is for the office, after somebody has read it, in known categories', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world);
    await expectRefusals(voice, (viewer) => triageVoice(viewer, voice, sorted), [
      [await makePerson(world, 'resident'), 'access.not-found'],
      [voice.speaker, 'voice.not-yours-to-handle'],
      [world.worker, 'voice.not-from-here-triage'],
    ]);
    await bring(world, voice, 'acknowledged');
    await expect(triageVoice(world.worker, voice, { ...sorted, category: 'moon' })).rejects.toThrow('category: input.choose');
    await expect(triageVoice(world.worker, voice, { ...sorted, accusedIds: [voice.id] })).rejects.toThrow('accusedIds: input.not-found');
  });

  it('sorts', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await triageVoice(world.worker, voice, { ...sorted, vitalInterest: true, urgency: 'urgent' });
    expect(await rowOf(voice)).toMatchObject({
      stage: 'triaged',
      kind: 'help_request',
      category: 'water',
      matter_scope: 'private',
      vital_interest: true,
      urgency: 'urgent',
      sealed: 'none',
    });
  });

  it('keeps which category was suggested beside the one a person chose', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await expect(triageVoice(world.worker, voice, { ...sorted, suggested: 'moon' })).rejects.toThrow('suggested: input.choose');
    await triageVoice(world.worker, voice, { ...sorted, suggested: 'noise' });
    const { data } = await database()
      .selectFrom('events')
      .select('data')
      .where('community_id', '=', voice.communityId)
      .where('subject_id', '=', voice.id)
      .where('name', '=', 'voice.triaged')
      .executeTakeFirstOrThrow();
    expect(data).toMatchObject({ category: 'water', suggested: 'noise' });
  });

  it('V6: naming somebody walls the voice off from them and hands it to the secretary', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await triageVoice(world.colleague, voice, { ...complaint, accusedIds: [world.worker.personId ?? ''] });
    expect(await rowOf(voice)).toMatchObject({ sealed: 'named', first_receiver_id: world.secretary.personId });
    expect(await loadVoice(database(), world.worker, voice)).toBeNull();
    expect(await loadVoice(database(), world.colleague, voice)).toBeNull();
    expect(await loadVoice(database(), world.secretary, voice)).not.toBeNull();
  });

  it('V6: somebody described but not recognised keeps the voice with the secretary; taking a name back is for the secretary', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await triageVoice(world.colleague, voice, { ...complaint, accusedWords: 'the tall one with glasses' });
    expect((await rowOf(voice)).sealed).toBe('named');
    await triageVoice(world.secretary, voice, complaint);
    expect(await rowOf(voice)).toMatchObject({ sealed: 'none' });
    expect(await eventsOf(voice)).toEqual(['received', 'acknowledged', 'triaged', 'triaged']);
  });

  it('V6: naming the secretary leaves it to the street', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged');
    await triageVoice(world.worker, voice, { ...complaint, accusedIds: [world.secretary.personId ?? ''] });
    expect(await rowOf(voice)).toMatchObject({ sealed: 'street', first_receiver_id: world.street.personId });
    expect(await loadVoice(database(), world.secretary, voice)).toBeNull();
    expect(await loadVoice(database(), world.street, voice)).not.toBeNull();
  });

  it('V5: an owner who turns out to be complained about, or may not know of it, is dropped and somebody else answers', async () => {
    const world = await makeWorld();
    const manager = await makePerson(world, 'property_manager');
    const named = await bring(world, await aVoice(world), 'answered');
    await triageVoice(world.colleague, named, { ...complaint, accusedIds: [world.worker.personId ?? ''] });
    expect(await rowOf(named)).toMatchObject({ stage: 'triaged', owner_id: null, first_receiver_id: world.secretary.personId });
    const managed = await bring(world, await aVoice(world), 'in_progress', undefined, manager);
    await triageVoice(world.colleague, managed, { ...complaint, accusedWords: 'the foreman' });
    expect(await rowOf(managed)).toMatchObject({ stage: 'triaged', owner_id: null });
    const kept = await bring(world, await aVoice(world), 'in_progress');
    await triageVoice(world.colleague, kept, { ...sorted, category: 'noise' });
    expect(await rowOf(kept)).toMatchObject({ stage: 'in_progress', owner_id: world.worker.personId, category: 'noise' });
  });

  it('takes a voice that comes to name somebody off the public page and lets merged neighbours stand alone', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged', { mayPublish: true });
    const neighbour = await aVoice(world, 'triaged');
    await publishVoice(world.worker, voice, { title: 'A leak' });
    await mergeVoice(world.worker, neighbour, { into: voice.number });
    await triageVoice(world.worker, voice, { ...complaint, accusedIds: [world.colleague.personId ?? ''] });
    expect(await rowOf(neighbour)).toMatchObject({ stage: 'triaged', case_id: null });
    const published = await database()
      .selectFrom('voice_publications')
      .select('taken_down_at')
      .where('voice_id', '=', voice.id)
      .executeTakeFirstOrThrow();
    expect(published.taken_down_at).not.toBeNull();
  });

  it('V6: an opinion that becomes a complaint walls off whoever its words name', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged', { words: 'Worker shouted at my mother' });
    expect((await rowOf(voice)).sealed).toBe('none');
    await triageVoice(world.colleague, voice, complaint);
    expect(await loadVoice(database(), world.worker, voice)).toBeNull();
  });
});
