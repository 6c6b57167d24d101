import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { atHome, makeHouses, provenAt } from '#tests/neighbours.ts';
import { at, aVoice, bring, rowOf, speak } from '#tests/voices.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { Missing } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';
import { findLinks, proposeLink, acceptLink } from '#listen/contacts/index.ts';
import {
  answerObjection,
  appointOfficer,
  callForOfficers,
  consentToNomination,
  declineNomination,
  endAppointment,
  findCalls,
  findCoverage,
  findListed,
  findNominations,
  findOfficers,
  findOpenThings,
  findOwnNominations,
  nominateOfficer,
  objectToNominee,
  postList,
  recordTraining,
} from './index.ts';

useDatabase();

const opening = { now: at('2026-03-02 10:00') };
const closed = { now: at('2026-03-12 10:00') };
const after = { now: at('2026-03-18 10:00') };

async function aCall(world: World) {
  const input = { announcement: 'We look for neighbours who listen.', opensOn: '2026-03-02', closesOn: '2026-03-11' };
  const { callId } = await callForOfficers(world.secretary, world.communityId, input, opening);
  return { communityId: world.communityId, id: callId };
}

async function listed(world: World) {
  const [house, second] = await makeHouses(world);
  const wang = await atHome(world, house?.units[0]?.flats[0] ?? '');
  const call = await aCall(world);
  const input = { way: 'page', who: 'self', placeId: house?.id ?? '', name: 'Aunt Wang' } as const;
  const { nominationId } = await nominateOfficer(wang, call, input, opening);
  await postList(world.secretary, call, closed);
  return { house, second, wang, call, nomination: { communityId: world.communityId, id: nominationId } };
}

function appoint(world: World, nominationId: string, placeIds: string[], now: Date) {
  const input = { nominationId, placeIds, endsOn: '2029-03-17', shownName: 'Aunt Wang', shownPhone: '00055502201' };
  return appointOfficer(world.secretary, provenAt(now), world.communityId, input, { now });
}

describe('from the call to the letter', () => {
  it('is called by the secretary alone, with a last day that is yet to come', async () => {
    const world = await makeWorld();
    const input = { announcement: 'x', opensOn: '2026-03-02', closesOn: '2026-03-11' };
    await expect(callForOfficers(world.worker, world.communityId, input, opening)).rejects.toThrow('liaison.secretary-only');
    await expect(callForOfficers(world.secretary, world.communityId, input, after)).rejects.toThrow('liaison.day-gone-by');
    await aCall(world);
    expect(await findCalls(world.communityId)).toHaveLength(1);
  });

  it('puts nobody on the list who has not agreed', async () => {
    const world = await makeWorld();
    const [house] = await makeHouses(world);
    const li = await atHome(world, house?.units[1]?.flats[0] ?? '', 'Li');
    const call = await aCall(world);
    const neighbour = { way: 'page', who: 'neighbour', placeId: house?.id ?? '', name: 'Zhao', phone: '00055509911' } as const;
    const { nominationId } = await nominateOfficer(li, call, neighbour, opening);
    const ref = { communityId: world.communityId, id: nominationId };
    await expect(nominateOfficer(li, call, neighbour, opening)).rejects.toThrow('liaison.nominated-already');
    await expect(postList(world.secretary, call, closed)).rejects.toThrow('liaison.nobody-agreed');
    await expect(consentToNomination(li, ref, { way: 'page', shownName: 'Zhao' }, opening)).rejects.toThrow('liaison.not-yours-to-agree');
    // Asked by telephone; the office reads name and number for it, which leaves a line.
    expect((await findNominations(world.worker, world.communityId, call.id))[0]).toMatchObject({ name: 'Zhao', phone: '00055509911' });
    await consentToNomination(world.worker, ref, { way: 'phone', shownName: 'Old Zhao' }, opening);
    await postList(world.secretary, call, closed);
    expect(await findListed(world.communityId, call.id)).toMatchObject([{ name: 'Old Zhao', appointed: false }]);
  });

  it('takes a name off at once and erases who was known through the nomination only', async () => {
    const world = await makeWorld();
    const [house] = await makeHouses(world);
    const call = await aCall(world);
    const input = { way: 'desk', who: 'neighbour', placeId: house?.id ?? '', name: 'Qian', phone: '00055509912' } as const;
    const { nominationId } = await nominateOfficer(world.worker, call, input, opening);
    await declineNomination(world.worker, { communityId: world.communityId, id: nominationId }, { way: 'phone' }, opening);
    const [row] = await findNominations(world.worker, world.communityId, call.id);
    expect(row).toMatchObject({ declined: true, name: '', phone: null });
    const person = await database()
      .selectFrom('people')
      .select('erased_at')
      .where('id', '=', row?.personId ?? '')
      .executeTakeFirst();
    expect(person?.erased_at).not.toBeNull();
  });

  it('hangs out for five days, and objections are answered before anybody is appointed', async () => {
    const world = await makeWorld();
    const { house, wang, nomination } = await listed(world);
    const other = await atHome(world, house?.units[1]?.flats[1] ?? '', 'Sun');
    await expect(appoint(world, nomination.id, [house?.id ?? ''], at('2026-03-17 23:00'))).rejects.toThrow('liaison.still-listed');
    await expect(objectToNominee(wang, nomination, { way: 'page', words: 'x' }, closed)).rejects.toThrow('liaison.own-nomination');
    const { objectionId } = await objectToNominee(other, nomination, { way: 'page', words: 'Never at home' }, closed);
    await expect(objectToNominee(other, nomination, { way: 'page', words: 'late' }, after)).rejects.toThrow('liaison.list-taken-down');
    await expect(appoint(world, nomination.id, [house?.id ?? ''], after.now)).rejects.toThrow('liaison.objections-open');
    // A worker notes what comes in; what was said only the secretary reads.
    const call = (await findCalls(world.communityId))[0]?.id ?? '';
    expect((await findNominations(world.worker, world.communityId, call))[0]?.objections).toEqual([]);
    expect((await findNominations(world.secretary, world.communityId, call))[0]?.objections).toMatchObject([{ words: 'Never at home' }]);
    await answerObjection(
      world.secretary,
      { communityId: world.communityId, id: objectionId },
      { outcome: 'not_upheld', words: 'She is.' },
      closed,
    );
    await appoint(world, nomination.id, [house?.id ?? ''], after.now);
    await expect(appoint(world, nomination.id, [house?.id ?? ''], after.now)).rejects.toThrow('liaison.appointed-already');
  });

  it('V6: shows an objection to nobody it is about, whatever they lead', async () => {
    const world = await makeWorld();
    const { nomination, call } = await listed(world);
    const { objectionId } = await objectToNominee(world.worker, nomination, { way: 'phone', words: 'x' }, closed);
    await database()
      .updateTable('liaison_nominations')
      .set({ person_id: world.secretary.personId ?? '' })
      .where('id', '=', nomination.id)
      .execute();
    expect((await findNominations(world.secretary, world.communityId, call.id))[0]?.objections).toEqual([]);
    const answer = { outcome: 'not_upheld', words: 'x' } as const;
    await expect(answerObjection(world.secretary, { ...nomination, id: objectionId }, answer, closed)).rejects.toThrow(Missing);
    await expect(appoint(world, nomination.id, [], after.now)).rejects.toThrow('role.not-to-yourself');
  });

  it('gives a role for every place of the area, and says who listens where', async () => {
    const world = await makeWorld();
    const { house, second, wang, nomination } = await listed(world);
    const units = [house?.units[0]?.id ?? '', second?.id ?? ''];
    const now = new Date();
    const { appointmentId } = await appointOfficer(
      world.secretary,
      provenAt(now),
      world.communityId,
      { nominationId: nomination.id, placeIds: units, endsOn: '2099-01-01', shownName: 'Aunt Wang' },
      { now },
    );
    const roles = await database()
      .selectFrom('roles')
      .select('place_id')
      .where('person_id', '=', wang.personId)
      .where('role', '=', 'liaison_officer')
      .execute();
    expect(new Set(roles.map(({ place_id: id }) => id))).toEqual(new Set(units));
    const coverage = await findCoverage(world.communityId);
    const covered = coverage.filter(({ officers }) => officers.length > 0).map(({ id }) => id);
    expect(new Set(covered)).toEqual(new Set([house?.id, second?.id]));
    expect(coverage.find(({ id }) => id === second?.id)?.officers).toMatchObject([{ name: 'Aunt Wang', phone: null }]);
    await recordTraining(world.worker, { communityId: world.communityId, id: appointmentId }, { topic: 'privacy', heldOn: '2026-03-20' });
    expect((await findOfficers(world.secretary, world.communityId))[0]).toMatchObject({ active: true, trainings: [{ topic: 'privacy' }] });
    expect(await findOwnNominations(wang, world.communityId)).toMatchObject([{ appointed: true }]);
  });
});

describe('handing over', () => {
  it('passes open voices and asks each household anew; the reach ends in the same moment', async () => {
    const world = await makeWorld();
    const [house] = await makeHouses(world);
    const leaving = await makePerson({ ...world, placeId: house?.id ?? '' }, 'liaison_officer', 'Leaving');
    const coming = await makePerson({ ...world, placeId: house?.id ?? '' }, 'liaison_officer', 'Coming');
    const letter = (one: Viewer) =>
      appointOfficer(world.secretary, null, world.communityId, {
        personId: one.personId ?? '',
        placeIds: [house?.id ?? ''],
        endsOn: '2099-01-01',
      });
    const from = await letter(leaving);
    const to = await letter(coming);
    const voice = await aVoice(world, 'triaged');
    await bring(world, voice, 'in_progress', undefined, leaving).catch(() => null);
    await database().updateTable('voices').set({ owner_id: leaving.personId, stage: 'assigned' }).where('id', '=', voice.id).execute();
    const flat = house?.units[0]?.flats[0] ?? '';
    const home = await atHome(world, flat);
    const { linkId } = await proposeLink(leaving, world.communityId, { householdId: flat });
    await acceptLink(home, { communityId: world.communityId, id: linkId }, { way: 'page' });
    expect((await findOpenThings(world.secretary, world.communityId, leaving.personId ?? '')).voices).toHaveLength(1);
    const ref = { communityId: world.communityId, id: from.appointmentId };
    await expect(endAppointment(coming, ref, { reason: 'wish' })).rejects.toThrow('liaison.secretary-only');
    await expect(endAppointment(world.secretary, ref, { reason: 'wish', successorId: from.appointmentId })).rejects.toThrow('successor');
    const ended = await endAppointment(world.secretary, ref, { reason: 'moved', successorId: to.appointmentId });
    expect(ended).toMatchObject({ voicesPassed: 1, linksPassed: 1 });
    expect((await rowOf(voice)).owner_id).toBe(coming.personId);
    expect(await findLinks(world.secretary, world.communityId)).toMatchObject([{ holder: 'Coming', stage: 'proposed' }]);
    const role = await database().selectFrom('roles').select('ended_at').where('person_id', '=', leaving.personId).executeTakeFirst();
    expect(role?.ended_at).not.toBeNull();
    await expect(endAppointment(world.secretary, ref, { reason: 'wish' })).rejects.toThrow('liaison.ended-already');
  });

  it('may be laid down by the officer, who hands nobody on', async () => {
    const world = await makeWorld();
    const [house] = await makeHouses(world);
    const officer = await makePerson({ ...world, placeId: house?.id ?? '' }, 'liaison_officer', 'Tired');
    const { appointmentId } = await appointOfficer(world.secretary, null, world.communityId, {
      personId: officer.personId ?? '',
      placeIds: [house?.id ?? ''],
      endsOn: '2099-01-01',
    });
    await endAppointment(officer, { communityId: world.communityId, id: appointmentId }, { reason: 'wish' });
    expect((await findOfficers(world.worker, world.communityId))[0]).toMatchObject({
      active: false,
      ended: { reason: 'wish', successor: null },
    });
    expect(await speak(world)).toBeTruthy();
  });
});
