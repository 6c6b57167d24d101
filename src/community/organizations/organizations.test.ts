import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { addSeat } from './add-seat.ts';
import { endMembership } from './end-membership.ts';
import { endOrganization } from './end-organization.ts';
import { endSeat } from './end-seat.ts';
import { enterMember, enterMemberInput } from './enter-member.ts';
import { belongsTo, findMembers } from './find-members.ts';
import { findOrganizations } from './find-organizations.ts';
import { findParties } from './find-parties.ts';
import { findSeats } from './find-seats.ts';
import { finishHandover } from './finish-handover.ts';
import { findHandovers } from './find-handovers.ts';
import { foundOrganization, foundOrganizationInput, type FoundOrganization } from './found-organization.ts';
import { nameParty } from './name-party.ts';
import { openHandover } from './open-handover.ts';
import { switchModule } from './switch-module.ts';

useDatabase();
const body = (input: Partial<FoundOrganization>) => foundOrganizationInput.parse({ kind: 'volunteer_team', name: 'Lamp team', ...input });
const seated = (input: object) => enterMemberInput.parse({ way: 'elected', startsOn: '2026-01-01', ...input });

describe('the register of organizations', () => {
  it('is kept by the secretary; workers keep what residents do together; nobody else', async () => {
    const { communityId, secretary, worker, street } = await makeWorld();
    const { organizationId } = await foundOrganization(worker, communityId, body({}));
    await expect(foundOrganization(worker, communityId, body({ kind: 'residents_committee', name: 'Committee' }))).rejects.toThrow(
      'access.not-yours',
    );
    await expect(foundOrganization(street, communityId, body({ name: 'Street team' }))).rejects.toThrow('access.not-yours');
    await expect(foundOrganization(secretary, communityId, body({}))).rejects.toThrow('organizations.name-taken');
    await endOrganization(worker, { communityId, id: organizationId }, { reason: 'Nobody came any more' });
    await foundOrganization(secretary, communityId, body({}));
    expect((await findOrganizations(communityId)).map(({ name }) => name)).toEqual(['Lamp team']);
  });

  it('has one residents’ committee, and puts the Party organisation in its order', async () => {
    const { communityId, secretary } = await makeWorld();
    await foundOrganization(secretary, communityId, body({ kind: 'residents_committee', name: 'Committee' }));
    await expect(foundOrganization(secretary, communityId, body({ kind: 'residents_committee', name: 'Another' }))).rejects.toThrow(
      'organizations.there-is-one',
    );
    const party = (level: 'general_branch' | 'branch' | 'group', name: string, parentId?: string) =>
      foundOrganization(secretary, communityId, body({ kind: 'party_organization', level, name, parentId }));
    const { organizationId: general } = await party('general_branch', 'General branch');
    const { organizationId: branch } = await party('branch', 'First branch', general);
    await party('group', 'First group', branch);
    await expect(party('group', 'Second group', general)).rejects.toThrow('organizations.level-not-there');
  });

  it('runs without the Party organisation once that part is switched off', async () => {
    const { communityId, secretary, worker } = await makeWorld();
    const party = body({ kind: 'party_organization', level: 'branch', name: 'Branch' });
    const { organizationId: branch } = await foundOrganization(secretary, communityId, party);
    const { organizationId: police } = await foundOrganization(secretary, communityId, body({ kind: 'community_police', name: 'Police' }));
    const { organizationId: committee } = await foundOrganization(
      secretary,
      communityId,
      body({ kind: 'residents_committee', name: 'Committee' }),
    );
    for (const id of [branch, police, committee]) await nameParty(secretary, { communityId, id }, { duty: 'Its own' });
    await expect(switchModule(worker, communityId, { state: 'off', reason: 'Elsewhere' })).rejects.toThrow('access.not-yours');
    await switchModule(secretary, communityId, { state: 'off', reason: 'Elsewhere' });
    expect((await findParties(communityId)).map(({ name }) => name)).toEqual(['Committee', 'Police']);
    expect((await findOrganizations(communityId)).some(({ kind }) => kind === 'party_organization')).toBe(false);
    await expect(foundOrganization(secretary, communityId, { ...party, name: 'Second' })).rejects.toThrow('organizations.module-off');
    await switchModule(secretary, communityId, { state: 'on', reason: 'Here again' });
    expect(await findParties(communityId)).toHaveLength(3);
  });
});

describe('seats and mandates', () => {
  it('D7: a seat is held by one, and an empty one is still a seat', async () => {
    const { communityId, secretary } = await makeWorld();
    const { organizationId: id } = await foundOrganization(
      secretary,
      communityId,
      body({ kind: 'residents_representatives', name: 'Representatives' }),
    );
    const ref = { communityId, id };
    const [one, two] = [
      (await addSeat(secretary, ref, { name: 'Building 1', households: 35, byLot: false })).seatId,
      (await addSeat(secretary, ref, { name: 'Building 2', households: 35, byLot: false })).seatId,
    ];
    const { membershipId } = await enterMember(secretary, ref, seated({ name: 'Mi Lan', seatId: one }));
    await expect(enterMember(secretary, ref, seated({ name: 'Gu An', seatId: one }))).rejects.toThrow('organizations.seat-held');
    await expect(endSeat(secretary, ref, { seatId: one })).rejects.toThrow('organizations.seat-held');
    expect((await findSeats(communityId, id)).map(({ holder }) => holder?.name ?? null)).toEqual(['Mi Lan', null]);
    await endMembership(secretary, ref, { membershipId, on: '2026-06-01', reason: 'Moved away' });
    await expect(endMembership(secretary, ref, { membershipId, on: '2026-06-01' })).rejects.toThrow('organizations.left-already');
    await enterMember(secretary, ref, seated({ name: 'Gu An', seatId: one, startsOn: '2026-06-02' }));
    await endSeat(secretary, ref, { seatId: two });
    expect(await findSeats(communityId, id)).toHaveLength(1);
  });

  it('names whoever holds an office; whoever only takes part is nobody’s business, and may leave', async () => {
    const world = await makeWorld();
    const { communityId, worker } = world;
    const resident = await makePerson(world, 'resident', 'Quiet neighbour');
    const { organizationId: id } = await foundOrganization(worker, communityId, body({}));
    const ref = { communityId, id };
    await enterMember(worker, ref, seated({ name: 'Leader Lin', office: 'leader', way: 'joined' }));
    const { membershipId } = await enterMember(worker, ref, seated({ personId: resident.personId, way: 'joined', tier: 'participant' }));
    await expect(enterMember(worker, ref, seated({ personId: resident.personId, way: 'joined' }))).rejects.toThrow(
      'organizations.sits-already',
    );
    expect((await findMembers(communityId, id)).map(({ name }) => name)).toEqual(['Leader Lin', null]);
    expect(await belongsTo(database(), resident, communityId, { organizationId: id })).toBe(true);
    expect(await belongsTo(database(), resident, communityId, { organizationId: id }, 'leader')).toBe(false);
    await endMembership(resident, ref, { membershipId, on: '2026-02-01' });
    expect(await belongsTo(database(), resident, communityId, { organizationId: id })).toBe(false);
  });

  it('C3: what an office holds is listed and handed over within ten days', async () => {
    const { communityId, secretary } = await makeWorld();
    const { organizationId: id } = await foundOrganization(
      secretary,
      communityId,
      body({ kind: 'residents_committee', name: 'Committee' }),
    );
    const ref = { communityId, id };
    const { membershipId } = await enterMember(secretary, ref, seated({ name: 'Old chair', office: 'chair' }));
    const { membershipId: toMembershipId } = await enterMember(secretary, ref, seated({ name: 'New chair' }));
    await expect(openHandover(secretary, ref, { membershipId, toMembershipId: membershipId, things: 'Seal' })).rejects.toThrow(
      'organizations.handover-to-oneself',
    );
    const now = new Date('2026-03-01T10:00:00+08:00');
    const { handoverId } = await openHandover(secretary, ref, { membershipId, toMembershipId, things: 'Seal, books' }, { now });
    expect(await findHandovers(communityId, id)).toMatchObject([
      { from: 'Old chair', to: 'New chair', dueOn: '2026-03-11', late: true, doneAt: null },
    ]);
    await finishHandover(secretary, ref, { handoverId });
    await expect(finishHandover(secretary, ref, { handoverId })).rejects.toThrow('organizations.handed-over');
  });
});
