import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import type { Act } from '#foundation/server/perform.ts';
import {
  appointOfficer,
  callForOfficers,
  endAppointment,
  nominateOfficer,
  objectToNominee,
  postList,
  recordTraining,
} from '#listen/liaison/index.ts';
import { atMinute } from '../office-hours.ts';
import type { Community, Ground, Person, Town } from '../town.ts';
import { liaisonTexts } from './texts.ts';

// Liaison officers with their letters; one replaced in June; in the old estate a call under way, its list on the board.

export async function plantLiaison(ground: Ground, town: Town): Promise<void> {
  for (const community of Object.values(town.communities)) await appointAll(ground, community);
  await replaceInJune(ground, town);
  await callUnderWay(ground, town);
}

async function appointAll({ trx, today }: Ground, community: Community): Promise<void> {
  const { secretary } = community;
  const inOrder = community.liaisons.toSorted((a, b) => a.from.getTime() - b.from.getTime());
  for (const [at, officer] of inOrder.entries()) {
    const now = new Date(officer.from.getTime() + 3_600_000);
    const act: Act = { trx, now, quiet: true };
    const placeIds = officer.viewer.grants.flatMap(({ role, placeId }) => (role === 'liaison_officer' && placeId ? [placeId] : []));
    const shown = { shownName: officer.name, ...(at % 4 !== 3 && { shownPhone: officer.phone }) };
    const endsOn = shiftDay(shanghaiDay(now), 3 * 365);
    const input = { personId: officer.id, placeIds, endsOn, ...shown };
    const { appointmentId } = await appointOfficer(secretary.viewer, null, community.id, input, { within: act });
    const ref = { communityId: community.id, id: appointmentId };
    for (const [days, topic] of [[6, 'listening'] as const, [20, 'privacy'] as const].slice(0, 1 + (at % 2))) {
      const heldOn = shiftDay(shanghaiDay(now), days);
      if (heldOn < today)
        await recordTraining(secretary.viewer, ref, { topic, heldOn }, { within: { ...act, now: atMinute(heldOn, 960) } });
    }
  }
}

async function replaceInJune({ trx }: Ground, town: Town): Promise<void> {
  const [gone, come] = [town.person('madefu'), town.person('shenxiuying')];
  const { id, secretary } = town.communities.A;
  const rows = await trx
    .selectFrom('liaison_appointments')
    .select(['id', 'person_id'])
    .where('community_id', '=', id)
    .where('person_id', 'in', [gone.id, come.id])
    .execute();
  const letter = (of: Person) => rows.find((row) => row.person_id === of.id)?.id ?? '';
  const act: Act = { trx, now: new Date(come.from.getTime() + 7_200_000), quiet: true };
  const input = { reason: 'asked_to_rest' as const, successorId: letter(come) };
  await endAppointment(secretary.viewer, { communityId: id, id: letter(gone) }, input, { within: act });
}

async function callUnderWay({ trx, today }: Ground, { communities }: Town): Promise<void> {
  const { id, secretary, workers, residents, buildings } = communities.A;
  const on = (days: number, minute: number): Act => ({ trx, now: atMinute(shiftDay(today, days), minute), quiet: true });
  const call = { announcement: liaisonTexts.announcement, opensOn: shiftDay(today, -16), closesOn: shiftDay(today, -4) };
  const { callId } = await callForOfficers(secretary.viewer, id, call, { within: on(-16, 600) });
  const ref = { communityId: id, id: callId };
  const athome = residents.filter(({ home }) => home !== null);
  const nominations: string[] = [];
  for (const [at, person] of athome.slice(-3).entries()) {
    const placeId = buildings[(at + 5) % buildings.length]?.id ?? '';
    const said = { way: 'page' as const, who: 'self' as const, placeId, name: person.name };
    nominations.push((await nominateOfficer(person.viewer, ref, said, { within: on(-12 + at, 1170) })).nominationId);
  }
  // A neighbour who was asked by telephone and hasn't said yes or no: not on the list.
  const asked = { way: 'phone' as const, who: 'neighbour' as const, placeId: buildings[1]?.id ?? '', ...liaisonTexts.asked };
  await nominateOfficer(workers[0]?.viewer ?? secretary.viewer, ref, asked, { within: on(-9, 640) });
  await postList(secretary.viewer, ref, { within: on(-3, 555) });
  const objection = { way: 'page' as const, words: liaisonTexts.objection };
  const about = { communityId: id, id: nominations[0] ?? '' };
  await objectToNominee(athome[0]?.viewer ?? secretary.viewer, about, objection, { within: on(-1, 1215) });
}
