import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { aCalled, aPlan, at, entriesOf, plantHouseholds, plantRepresentatives } from '#tests/meetings.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { addAgendaItem, addAgendaItemInput } from './add-agenda-item.ts';
import { adjustMeetingKind, adjustMeetingKindInput } from './adjust-meeting-kind.ts';
import { findAgenda } from './agenda.ts';
import { whyNotStep } from './begin-track.ts';
import { callAgain } from './call-again.ts';
import { checkIn } from './check-in.ts';
import { countRoll } from './count-roll.ts';
import { findMeetingKinds } from './find-meeting-kinds.ts';
import { adjournMeeting, cancelMeeting, closeMeeting, declareInquorate, openMeeting } from './hold-meeting.ts';
import { issueNotice } from './issue-notice.ts';
import { loadMeeting } from './load-meeting.ts';
import { makeRoll, makeRollInput, whyNotRepresentative } from './make-roll.ts';
import { markRoll, markRollInput } from './mark-roll.ts';
import { planMeeting, planMeetingInput } from './plan-meeting.ts';

useDatabase();
const item = (purpose: string) => addAgendaItemInput.parse({ title: 'Something', purpose });
const mark = (entryIds: string[], standing: string, more: Record<string, unknown> = {}) =>
  markRollInput.parse({ entryIds, standing, ...more });
const today = { now: at(0, '14:05') };

describe('kinds', () => {
  it('are data: statutory ones with their articles, each readable', async () => {
    const world = await makeWorld();
    const kinds = await findMeetingKinds(database(), world.communityId);
    expect(kinds.filter(({ statutory }) => statutory).map(({ code, articles }) => [code, articles])).toEqual([
      ['residents_meeting', ['RC 26', 'RC 27', 'RC 30']],
      ['representatives_meeting', ['RC 28', 'RC 29', 'RC 30']],
    ]);
    expect(kinds.map(({ code }) => code)).toContain('public_hearing');
  });
});

describe('choices of a community', () => {
  it('never touch the law’s own kinds, and raise a quorum but don’t lower it', async () => {
    const world = await makeWorld();
    const adjust = (kind: string, more: Record<string, unknown>) =>
      adjustMeetingKind(world.secretary, world.communityId, adjustMeetingKindInput.parse({ kind, reason: 'Agreed', ...more }));
    await expect(adjust('residents_meeting', { noticeDays: 3 })).rejects.toThrow('meeting.kind-locked');
    await expect(adjust('building_chief_meeting', { quorumNum: 1, quorumDen: 3 })).rejects.toThrow('meeting.quorum-too-low');
    await adjust('building_chief_meeting', { noticeDays: 6, quorumNum: 2, quorumDen: 3 });
    const kind = (await findMeetingKinds(database(), world.communityId)).find(({ code }) => code === 'building_chief_meeting');
    expect(kind).toMatchObject({ adjusted: true, rules: { notice_days: 6, quorum: { num: 2, den: 3, more: true } } });
  });

  it('chain four discussions: one step after the other', () => {
    expect(whyNotStep(1, [])).toBeNull();
    expect(whyNotStep(2, [{ track_step: 1, stage: 'called' }])).toBe('meeting.track-step-early');
    expect(whyNotStep(2, [{ track_step: 1, stage: 'closed' }])).toBeNull();
    expect(whyNotStep(1, [{ track_step: 1, stage: 'closed' }])).toBe('meeting.track-step-taken');
    expect(whyNotStep(0, [])).toBe('meeting.not-of-the-track');
  });
});

describe('planning and notice', () => {
  it('[law RC 26] a residents’ meeting is told of ten days before, or at short notice with the reason on record', async () => {
    const world = await makeWorld();
    const soon = await aPlan(world, { days: -5 });
    await expect(issueNotice(world.secretary, soon, {}, { now: at(-14) })).rejects.toThrow('meeting.urgent-reason-needed');
    await issueNotice(world.secretary, soon, { urgentReason: 'The pipe has burst' }, { now: at(-14) });
    expect(await loadMeeting(database(), nobody, soon)).toMatchObject({ stage: 'called', urgentReason: 'The pipe has burst' });
    const inTime = await aPlan(world, { days: -5 });
    await issueNotice(world.secretary, inTime, {}, { now: at(-15) });
  });

  it('is for those whose word calls it; before the notice nobody else knows of it', async () => {
    const world = await makeWorld();
    const chief = await makePerson(world, 'resident');
    const input = planMeetingInput.parse({
      kind: 'open_talk',
      title: 'T',
      placeWords: 'P',
      startsAt: '2027-01-05T14:00',
      endsAt: '2027-01-05T15:00',
    });
    await expect(planMeeting(chief, world.communityId, input)).rejects.toThrow('meeting.not-yours-to-call');
    const ref = await aPlan(world, { days: 20 });
    expect(await loadMeeting(database(), nobody, ref)).toBeNull();
    expect(await loadMeeting(database(), world.worker, ref)).toMatchObject({ stage: 'planned', basis: 'households' });
  });

  it('D8: the agenda is frozen at notice; what comes later may be talked about, not voted on', async () => {
    const world = await makeWorld();
    const ref = await aPlan(world, { days: 20 });
    await issueNotice(world.secretary, ref, {}, { now: at(-15) });
    await expect(addAgendaItem(world.worker, ref, item('decide'))).rejects.toThrow('meeting.agenda-frozen');
    await addAgendaItem(world.worker, ref, item('discuss'));
    const agenda = await findAgenda(database(), ref);
    expect(agenda.map(({ purpose, mayVote, frozenAt }) => [purpose, mayVote, frozenAt !== null])).toEqual([
      ['decide', true, true],
      ['discuss', false, false],
    ]);
    const { rows } = await sql<{
      entry: Buffer;
    }>`select entry from ledger_queue where convert_from(entry, 'UTF8') like '%meeting.called%'`.execute(database());
    expect(rows.map(({ entry }) => entry.toString()).join('')).toContain(ref.number);
  });
});

describe('the roll', () => {
  it('D5: one unit, one row, one basis: households are never mixed with persons', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 7);
    await makePerson(world, 'resident');
    const ref = await aCalled(world);
    expect(await countRoll(database(), ref)).toMatchObject({ eligible: 7, quorum: 4, missing: 4 });
    const { rows } = await sql<{ units: number; places: number; people: number }>`select count(*)::int as units,
      count(distinct place_id)::int as places, count(person_id)::int as people from roll_entries where meeting_id = ${ref.id}::uuid`.execute(
      database(),
    );
    expect(rows[0]).toEqual({ units: 7, places: 7, people: 0 });
    await expect(makeRoll(world.worker, ref, makeRollInput.parse({}))).rejects.toThrow('meeting.roll-made');
    await expect(aPlan(world, { kind: 'representatives_meeting', basis: 'households' })).rejects.toThrow('meeting.basis-not-allowed');
  });

  it('D7: present + excused + absent = members after every mark [law RC 27]', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 12);
    const ref = await aCalled(world);
    const entries = await entriesOf(ref);
    const standings = ['present', 'excused', 'absent', 'recused', 'paper', 'present'];
    for (let step = 0; step < 24; step++) {
      const chosen = entries.filter((_, place) => (place * 7 + step * 5) % 3 === 0);
      const count = await markRoll(world.worker, ref, mark(chosen, standings[step % 6] ?? ''), { now: at(0, '13:50') });
      expect(count.present + count.excused + count.absent).toBe(count.eligible);
      expect(count.eligible).toBe(12);
    }
  });

  it('D7: representatives are at least four fifths of their meeting [law RC 28]; a vacant seat doesn’t count', async () => {
    expect(whyNotRepresentative({ representatives: 85, eligible: 92 })).toBeNull();
    expect(whyNotRepresentative({ representatives: 27, eligible: 34 })).toBe('meeting.too-few-representatives');
    const world = await makeWorld();
    await plantRepresentatives(world, { seats: 10, empty: 1, committee: 2 });
    const ref = await aCalled(world, { kind: 'representatives_meeting' });
    expect(await countRoll(database(), ref)).toMatchObject({ eligible: 11, representatives: 9, quorum: 8 });
    const small = await makeWorld();
    await plantRepresentatives(small, { seats: 7, committee: 2 });
    await expect(aCalled(small, { kind: 'representatives_meeting' })).rejects.toThrow('meeting.too-few-representatives');
  });

  it('[law RC 19] a proxy is written, held by somebody who is there, for three at most; representatives have none', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 8);
    const ref = await aCalled(world);
    const [holder = '', ...others] = await entriesOf(ref);
    const proxy = (ids: string[]) => markRoll(world.worker, ref, mark(ids, 'proxy', { holderId: holder, document: '1' }));
    await expect(markRoll(world.worker, ref, mark(others.slice(0, 1), 'proxy', { holderId: holder }))).rejects.toThrow('proxy-in-writing');
    await expect(proxy(others.slice(0, 1))).rejects.toThrow('meeting.proxy-holder-absent');
    await markRoll(world.worker, ref, mark([holder], 'present'));
    await proxy(others.slice(0, 3));
    await expect(proxy(others.slice(3, 4))).rejects.toThrow('meeting.too-many-proxies');
    expect(await countRoll(database(), ref)).toMatchObject({ present: 4 });
    await plantRepresentatives(world);
    const body = await aCalled(world, { kind: 'representatives_meeting' });
    const [first = '', second = ''] = await entriesOf(body);
    await markRoll(world.worker, body, mark([first], 'present'));
    await expect(markRoll(world.worker, body, mark([second], 'proxy', { holderId: first, document: '1' }))).rejects.toThrow('no-proxies');
  });

  it('takes whoever enters the code of the room, once, for their household', async () => {
    const world = await makeWorld();
    const [home = ''] = await plantHouseholds(world, 3);
    const wang = await makePerson({ ...world, placeId: home }, 'resident', 'Wang');
    const stranger = await makePerson(world, 'resident', 'Stranger');
    const ref = await aCalled(world);
    const { checkInCode: code = '' } = (await loadMeeting(database(), world.worker, ref)) ?? {};
    await expect(checkIn(nobody, ref, { code }, today)).rejects.toThrow('sign-in.needed');
    await expect(checkIn(wang, ref, { code }, { now: at(-1) })).rejects.toThrow('meeting.not-the-day');
    await expect(checkIn(wang, ref, { code: code === '000000' ? '000001' : '000000' }, today)).rejects.toThrow('meeting.code-wrong');
    await expect(checkIn(stranger, ref, { code }, today)).rejects.toThrow('meeting.not-on-roll');
    expect(await checkIn(wang, ref, { code }, today)).toEqual({ entries: 1 });
    await expect(checkIn(wang, ref, { code }, today)).rejects.toThrow('meeting.checked-in');
  });
});

describe('the quorum', () => {
  it('[law RC 27] is proven by the roll: inquorate, then a lawful second call that points back', async () => {
    const world = await makeWorld();
    await plantHouseholds(world, 9);
    const ref = await aCalled(world);
    const entries = await entriesOf(ref);
    await markRoll(world.worker, ref, mark(entries.slice(0, 4), 'present'));
    await expect(openMeeting(world.worker, ref, today)).rejects.toThrow('meeting.inquorate');
    expect(await declareInquorate(world.worker, ref, today)).toMatchObject({ eligible: 9, present: 4, quorum: 5, missing: 1 });
    const times = { startsAt: at(12), endsAt: at(12, '16:00') };
    const second = { communityId: world.communityId, ...(await callAgain(world.secretary, ref, times)) };
    await expect(callAgain(world.secretary, ref, times)).rejects.toThrow('meeting.called-again');
    expect(await loadMeeting(database(), world.worker, second)).toMatchObject({ secondCallOf: ref.id, basis: 'households' });
    await issueNotice(world.secretary, second, {});
    await makeRoll(world.worker, second, makeRollInput.parse({}));
    const again = await entriesOf(second);
    await markRoll(world.worker, second, mark(again.slice(0, 3), 'present'));
    await markRoll(world.worker, second, mark(again.slice(3, 5), 'paper', { way: 'paper_ballot' }));
    await expect(openMeeting(world.worker, second)).rejects.toThrow('meeting.not-the-day');
    expect(await openMeeting(world.worker, second, { now: at(12) })).toMatchObject({ present: 5, missing: 0 });
    await closeMeeting(world.worker, second, { now: at(12, '15:00') });
    await expect(markRoll(world.worker, second, mark(again.slice(6), 'present'))).rejects.toThrow('meeting.over');
    const { rows } = await sql<{
      moment: string;
    }>`select moment from roll_seals where community_id = ${world.communityId} order by sealed_at`.execute(database());
    expect(rows.map(({ moment }) => moment)).toEqual(['inquorate', 'opened', 'closed']);
  });

  it('of a hearing is every invited side’s; it may break off or be called off, with a reason', async () => {
    const world = await makeWorld();
    const ref = await aCalled(world, { kind: 'public_hearing' }, { groups: ['Owners', 'Tenants', 'Shops'] });
    const entries = await entriesOf(ref);
    await markRoll(world.worker, ref, mark(entries.slice(0, 2), 'present'));
    await expect(openMeeting(world.worker, ref, today)).rejects.toThrow('meeting.party-missing');
    await markRoll(world.worker, ref, mark(entries, 'present'));
    await openMeeting(world.worker, ref, today);
    await adjournMeeting(world.worker, ref, { reason: 'The light went out' }, today);
    const other = await aCalled(world, { kind: 'open_talk' });
    await cancelMeeting(world.worker, other, { reason: 'Storm' });
    await expect(openMeeting(world.worker, other, today)).rejects.toThrow('meeting.over');
  });
});
