import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aDelegation, aGroup, bring } from '#tests/delegations.ts';
import { aVoice, eventsOf, rowOf } from '#tests/voices.ts';
import { holderOf, makePerson, makeWorld } from '#tests/world.ts';
import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { sql } from 'kysely';
import { answerOffer, chooseGroup } from './answer-offer.ts';
import { assessDelegation, assessDelegationInput } from './assess-delegation.ts';
import { completeDelegation } from './end-delegation.ts';
import { findDelegation } from './find-delegation.ts';
import { findDelegations, findLedDelegations } from './find-delegations.ts';
import { offerDelegation } from './offer-delegation.ts';
import { answerHelp, askHelp } from './run-delegation.ts';
import { reportDelegation, verifyDelegation } from './verify-delegation.ts';

useDatabase();

describe('a delegation from the first idea to the end', () => {
  it('is offered, freely accepted, agreed on paper, helped, verified by those who benefited and a worker, and closed', async () => {
    const world = await makeWorld();
    const { worker, colleague, secretary, communityId } = world;
    const group = await aGroup(world);
    const voice = await aVoice(world, 'in_progress');
    const one = await aDelegation(world, { voice: voice.number });
    await bring(world, one, 'offered', group);
    // Only a leader that was asked answers; the office can't accept in their name [law Volunteer 25].
    const yes = { organizationId: group.id, answer: 'accepted', askedMembersOn: '2026-11-01' } as const;
    for (const somebody of [secretary, worker, group.member])
      await expect(answerOffer(somebody, one, yes)).rejects.toThrow('delegation.only-asked-group');
    await bring(world, one, 'active', group);
    expect((await rowOf(voice)).stage).toBe('delegated');
    expect((await rowOf(voice)).owner_id).toBe(worker.personId);

    const { dueAt } = await askHelp(group.leader, one, { words: 'We need a ladder' }, { now: new Date('2026-11-27T10:00:00+08:00') });
    expect(dueAt).toBe('2026-12-01T15:59:59.999Z');
    await expect(answerHelp(group.leader, one, { words: 'x' })).rejects.toThrow('delegation.only-office');
    await answerHelp(worker, one, { words: 'Tomorrow at nine' });
    await reportDelegation(group.leader, one, { words: 'Planted' });
    await expect(verifyDelegation(group.leader, one, { as: 'beneficiary', verdict: 'done', way: 'page' })).rejects.toThrow(
      'delegation.only-those-who-benefited',
    );
    const speaker = holderOf(communityId, voice.id);
    expect(await verifyDelegation(speaker, one, { as: 'beneficiary', verdict: 'not_done', way: 'page' })).toEqual({ stage: 'active' });
    await reportDelegation(group.leader, one, { words: 'Now also watered' });
    // Whoever writes down a resident's word doesn't judge for the office as well.
    await verifyDelegation(worker, one, { as: 'beneficiary', verdict: 'done', way: 'phone' });
    await expect(verifyDelegation(worker, one, { as: 'worker', verdict: 'done', way: 'page' })).rejects.toThrow(
      'delegation.needs-second-person',
    );
    expect(await verifyDelegation(colleague, one, { as: 'worker', verdict: 'done', way: 'page' })).toEqual({ stage: 'verified' });
    await completeDelegation(worker, one);
    // The voice goes on with its owner: its author still confirms (3.1).
    expect((await rowOf(voice)).stage).toBe('in_progress');
    expect((await eventsOf(voice)).slice(-2)).toEqual(['delegated', 'resumed']);
    const { rows } = await sql<{ entry: string }>`select convert_from(entry, 'UTF8') as entry from ledger_queue
      where convert_from(entry, 'UTF8') like '%delegation.%'`.execute(database());
    expect(rows.map(({ entry }) => /delegation\.[a-z_]+/.exec(entry)?.[0])).toEqual(
      expect.arrayContaining([
        'delegation.offered',
        'delegation.agreed',
        'delegation.began',
        'delegation.reported',
        'delegation.completed',
      ]),
    );
  });

  it('nothing dangerous, official or personal is handed over, and nothing that is not on the list', async () => {
    const world = await makeWorld();
    const one = await aDelegation(world);
    await expect(
      assessDelegation(world.worker, one, assessDelegationInput.parse({ responsibilityId: crypto.randomUUID() })),
    ).rejects.toThrow('delegation.not-on-list');
    const no = assessDelegationInput.parse({ concerns: ['enforcement'], reason: 'That is the police' });
    expect(await assessDelegation(world.worker, one, no)).toEqual({ suitable: false });
    await expect(offerDelegation(world.secretary, one, { organizationIds: [crypto.randomUUID()] })).rejects.toThrow('delegation.not-now');
    const walled = await aVoice(world, 'acknowledged', { kind: 'complaint' });
    await sql`update voices set sealed = 'named' where id = ${walled.id}`.execute(database());
    // A worker reaches it only as its first receiver (V6); nobody may hand it on.
    await expect(aDelegation(world, { voice: walled.number })).rejects.toThrow(/input\.not-found|delegation\.voice-names-somebody/);
    await expect(aDelegation(world, { voice: walled.number }, world.secretary)).rejects.toThrow('voice: delegation.voice-names-somebody');
  });

  it('an open call has published criteria; whoever refuses is not pressed, and nobody reads that they did', async () => {
    const world = await makeWorld();
    const { secretary } = world;
    const [first, second] = [await aGroup(world), await aGroup(world)];
    const one = await bring(world, await aDelegation(world), 'assessed', first);
    await offerDelegation(secretary, one, { organizationIds: [first.id, second.id], criteria: 'Who lives nearest' });
    expect(await findLedDelegations(second.leader, world.communityId)).toHaveLength(1);
    await answerOffer(first.leader, one, { organizationId: first.id, answer: 'declined' });
    await expect(chooseGroup(secretary, one, { organizationId: second.id })).rejects.toThrow('delegation.not-willing');
    await answerOffer(second.leader, one, { organizationId: second.id, answer: 'accepted', askedMembersOn: '2026-11-01' });
    expect(await chooseGroup(secretary, one, { organizationId: second.id })).toEqual({ stage: 'accepted' });
    const other = await bring(world, await aDelegation(world), 'offered', first);
    await answerOffer(first.leader, other, { organizationId: first.id, answer: 'declined' });
    await expect(offerDelegation(secretary, other, { organizationIds: [first.id] })).rejects.toThrow('delegation.asked-already');
    const resident = await makePerson(world, 'resident');
    await expect(findDelegation(resident, other)).rejects.toThrow(Missing);
    expect(await findDelegations(resident, world.communityId, 'open')).toEqual([]);
  });
});
