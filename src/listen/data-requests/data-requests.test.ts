import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aVoice, at, bring, speak, sorted } from '#tests/voices.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { nobody } from '#community/people/index.ts';
import { publishVoice, findPublicVoice, triageVoice, withdrawPublication, allowPublication } from '#listen/voices/index.ts';
import { askDataRequest, type AskDataRequest } from './ask-data-request.ts';
import { decideDataRequest } from './decide-data-request.ts';
import { exportRequestedCopy } from './export-requested-copy.ts';
import { findDataRequest } from './find-data-request.ts';
import { countDataRequests, findDataRequests } from './find-data-requests.ts';
import { findOwnData } from './find-own-data.ts';
import { findOwnRequests } from './find-own-requests.ts';
import { takeBackDataRequest } from './take-back-data-request.ts';

useDatabase();
const asking = (more: Partial<AskDataRequest>): AskDataRequest => ({ kind: 'read', way: 'page', insists: false, ...more });

describe('asking', () => {
  it('E6: starts the same clock by page, telephone, desk and paper: fifteen working days', async () => {
    const world = await makeWorld();
    for (const way of ['page', 'phone', 'desk', 'paper'] as const) {
      const voice = await aVoice(world);
      const viewer = way === 'page' ? voice.speaker : world.colleague;
      const asked = await askDataRequest(viewer, world.communityId, asking({ way, number: voice.number }), { now: at('2026-11-16 10:00') });
      expect(asked.dueAt).toBe(at('2026-12-08 00:00').toISOString().replace('2026-12-07T16:00:00.000Z', '2026-12-07T15:59:59.999Z'));
    }
    expect(await findDataRequests(world.secretary, world.communityId, 'open')).toHaveLength(4);
    expect((await findOwnRequests(nobody, world.communityId)).length).toBe(0);
  });

  it('is for the one whose data it is; nobody asks in their name but the office', async () => {
    const world = await makeWorld();
    const wang = await makePerson(world, 'resident', 'Wang');
    const other = await makePerson(world, 'resident', 'Li');
    const voice = await speak(world, {}, wang);
    const ask = (viewer: typeof wang, more: Partial<AskDataRequest>) => askDataRequest(viewer, world.communityId, asking(more));
    await expect(ask(nobody, {})).rejects.toThrow('sign-in.needed');
    await expect(ask(other, { number: voice.number })).rejects.toThrow('data-request.number-unknown');
    await expect(ask(world.worker, { number: voice.number })).rejects.toThrow('data-request.number-unknown');
    await expect(ask(other, { number: voice.number, way: 'paper' })).rejects.toThrow('access.not-yours');
    const { requestId } = await ask(wang, { number: voice.number });
    await expect(ask(wang, { number: voice.number })).rejects.toThrow('data-request.asked-already');
    const ref = { communityId: world.communityId, id: requestId };
    await expect(takeBackDataRequest(other, ref)).rejects.toThrow('access.not-found');
    await takeBackDataRequest(wang, ref);
    await expect(decideDataRequest(world.secretary, ref, { outcome: 'done' })).rejects.toThrow('data-request.decided');
    expect(await findOwnRequests(wang, world.communityId)).toMatchObject([{ outcome: 'taken_back', number: voice.number }]);
  });

  it('to erase an open matter is said to end the answer first, and done if they insist', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'in_progress');
    const erase = (insists: boolean) => askDataRequest(voice.speaker, world.communityId, asking({ kind: 'erase', insists }));
    await expect(erase(false)).rejects.toThrow('data-request.still-open');
    const { requestId } = await erase(true);
    expect(await findDataRequest(world.worker, { communityId: world.communityId, id: requestId })).toMatchObject({
      stillOpen: true,
      insists: true,
    });
  });
});

describe('deciding', () => {
  it('is for secretary and worker, never about one’s own, and a refusal has a reason that the asker reads', async () => {
    const world = await makeWorld();
    const voice = await speak(world, {}, world.worker);
    const { requestId } = await askDataRequest(world.worker, world.communityId, asking({ kind: 'object', number: voice.number }));
    const ref = { communityId: world.communityId, id: requestId };
    const decide = (viewer: typeof world.worker) => decideDataRequest(viewer, ref, { outcome: 'refused', reason: 'Not published at all.' });
    for (const viewer of [nobody, voice.speaker, await makePerson(world, 'property_manager'), await makePerson(world, 'administrator')]) {
      await expect(decide(viewer)).rejects.toThrow('access.not-found');
    }
    await expect(decide(world.worker)).rejects.toThrow('data-request.own');
    await decide(world.colleague);
    expect(await findOwnRequests(voice.speaker, world.communityId)).toMatchObject([
      { outcome: 'refused', reason: 'Not published at all.' },
    ]);
  });

  it('V6: whoever is named in a voice learns of no request about it, nor of one by the person who spoke', async () => {
    const world = await makeWorld();
    const wang = await makePerson(world, 'resident', 'Wang');
    const complaint = await speak(world, { accusedIds: [world.worker.personId ?? ''], kind: 'complaint' }, wang);
    const { requestId } = await askDataRequest(wang, world.communityId, asking({ number: complaint.number }));
    const all = await askDataRequest(wang, world.communityId, asking({ kind: 'object' }));
    const seen = async (viewer: typeof wang) => (await findDataRequests(viewer, world.communityId, 'open')).map(({ id }) => id).toSorted();
    expect(await seen(world.worker)).toEqual([]);
    expect(await countDataRequests(world.worker, world.communityId)).toEqual({ open: 0, late: 0 });
    expect(await seen(world.colleague)).toEqual([all.requestId]);
    expect(await seen(world.secretary)).toEqual([requestId, all.requestId].toSorted());
    for (const id of [requestId, all.requestId]) {
      const ref = { communityId: world.communityId, id };
      await expect(findDataRequest(world.worker, ref)).rejects.toThrow('access.not-found');
      await expect(decideDataRequest(world.worker, ref, { outcome: 'done' })).rejects.toThrow('access.not-found');
    }
    await expect(askDataRequest(world.worker, world.communityId, asking({ way: 'paper', number: complaint.number }))).rejects.toThrow(
      'data-request.number-unknown',
    );
  });

  it('an objection takes down what was published and stops other uses', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged', { mayPublish: true });
    await publishVoice(world.worker, voice, { title: 'A leak' });
    const { requestId } = await askDataRequest(voice.speaker, world.communityId, asking({ kind: 'object' }));
    await decideDataRequest(world.worker, { communityId: world.communityId, id: requestId }, { outcome: 'done' });
    expect(await findPublicVoice(world.communityId, voice.number)).toBeNull();
    await expect(publishVoice(world.worker, voice, { title: 'A leak' })).rejects.toThrow('voice.no-leave-to-publish');
  });
});

describe('consent to publication', () => {
  it('E6: taken back by one tap or at the desk, it takes the text off the page in the same moment', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'triaged', { mayPublish: true });
    await publishVoice(world.worker, voice, { title: 'A leak' });
    await expect(withdrawPublication(world.worker, voice, { way: 'page' })).rejects.toThrow('voice.only-speaker');
    await expect(withdrawPublication(voice.speaker, voice, { way: 'phone' })).rejects.toThrow('voice.not-yours-to-handle');
    expect(await withdrawPublication(voice.speaker, voice, { way: 'page' })).toEqual({ number: voice.number, takenDown: true });
    expect(await findPublicVoice(world.communityId, voice.number)).toBeNull();
    await allowPublication(world.worker, voice, { way: 'phone' });
    await publishVoice(world.worker, voice, { title: 'A leak' });
    const { consents } = await findOwnData(voice.speaker, world.communityId);
    expect(consents).toMatchObject([
      { givenWay: 'phone', givenNotedBy: 'Worker', withdrawnAt: null },
      { givenWay: 'page', withdrawnWay: 'page' },
    ]);
  });
});

describe('a copy', () => {
  it('E6: holds all of one’s own and nothing of anybody else; printed by the office it is a look of its own', async () => {
    const world = await makeWorld();
    const wang = await makePerson(world, 'resident', 'Wang');
    const voice = await bring(world, await speak(world, { name: 'Wang', phone: '0005551001', words: 'The lift hums' }, wang), 'answered');
    await speak(world, { words: 'Somebody else', phone: '0005559999' });
    const copy = await findOwnData(wang, world.communityId);
    expect(copy.voices).toMatchObject([{ number: voice.number, words: 'The lift hums', contact: { phone: '0005551001' } }]);
    expect(JSON.stringify(copy)).not.toContain('0005559999');
    expect(copy.account?.name).toBe('Wang');
    await expect(findOwnData(nobody, world.communityId)).rejects.toThrow('sign-in.needed');
    const { requestId } = await askDataRequest(
      world.worker,
      world.communityId,
      asking({ kind: 'copy', way: 'paper', number: voice.number }),
    );
    const ref = { communityId: world.communityId, id: requestId };
    const purpose = { purpose: 'request_of_the_person' } as const;
    await expect(exportRequestedCopy(world.worker, null, ref, purpose)).rejects.toThrow('step-up.needed');
    const session = { id: 's', kind: 'staff', assurance: 'full', steppedUpAt: new Date() } as const;
    const printed = await exportRequestedCopy(world.worker, session, ref, purpose);
    expect(printed.voices).toMatchObject([{ words: 'The lift hums' }]);
    expect((await findOwnData(wang, world.communityId)).looks).toContainEqual(
      expect.objectContaining({ by: 'Worker', purpose: 'export_request_of_the_person', number: voice.number }),
    );
  });

  it('a complaint stays with those who may read it', async () => {
    const world = await makeWorld();
    const voice = await aVoice(world, 'acknowledged');
    await triageVoice(world.colleague, voice, { ...sorted, kind: 'complaint', accusedIds: [world.worker.personId ?? ''] });
    const { requestId } = await askDataRequest(voice.speaker, world.communityId, asking({ kind: 'copy' }));
    const session = { id: 's', kind: 'staff', assurance: 'full', steppedUpAt: new Date() } as const;
    const ref = { communityId: world.communityId, id: requestId };
    await expect(exportRequestedCopy(world.worker, session, ref, { purpose: 'audit' })).rejects.toThrow('access.not-found');
  });
});
