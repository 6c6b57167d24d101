import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeHomes, officerOf, residentOf } from '#tests/homes.ts';
import { makePerson, makeWorld, type World } from '#tests/world.ts';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import { keepNoLonger, nobody, type Viewer } from '#community/people/index.ts';
import { callVisit } from './call-visit.ts';
import { closeVisit } from './close-visit.ts';
import { correctVisit } from './correct-visit.ts';
import { endNote } from './end-note.ts';
import { eraseVisit } from './erase-visit.ts';
import { findFieldList } from './find-field-list.ts';
import { findHousehold } from './find-household.ts';
import { findOwnVisits } from './find-own-visits.ts';
import { findVisitFigures } from './find-visit-figures.ts';
import { findVisitPlan } from './find-visit-plan.ts';
import { findVisit } from './find-visit.ts';
import { planVisit } from './plan-visit.ts';
import { raiseVisitVoice } from './raise-visit-voice.ts';
import { readBackVisit } from './read-back-visit.ts';
import { readNote } from './read-note.ts';
import { recordVisit } from './record-visit.ts';
import { recordVisitInput } from './record-visit-input.ts';
import { wishVisits } from './wish-visits.ts';
import { withdrawNote } from './withdraw-note.ts';
import { writeNote } from './write-note.ts';

useDatabase();
const today = shanghaiDay(new Date());
const id = (viewer: Viewer) => viewer.personId ?? '';
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

const record = (householdId: string, more: Record<string, unknown> = {}) =>
  recordVisitInput.parse({ visitId: randomUUID(), householdId, at: new Date().toISOString(), result: 'done', ...more });

async function setUp(count = 2) {
  const world = await makeWorld();
  const { buildingId, homes } = await makeHomes(world, count);
  const officer = await officerOf(world, buildingId);
  const [home = '', other = ''] = homes;
  const at = (visitId: string) => ({ communityId: world.communityId, id: visitId });
  return { world, buildingId, homes, officer, home, other, at, c: world.communityId };
}

const eventsOf = async (world: World, name: string) =>
  database().selectFrom('events').select(['late', 'data']).where('community_id', '=', world.communityId).where('name', '=', name).execute();

describe('the plan', () => {
  it('is derived: a visit done takes the household off it, a wish puts it back every month', async () => {
    const { world, officer, home, c } = await setUp(30);
    expect(await findVisitPlan(officer, c)).toMatchObject({ due: 30, households: 30, week: [{ reason: 'rhythm' }, { reason: 'rhythm' }] });
    await recordVisit(officer, c, record(home, { readBack: 'spoken', at: daysAgo(2).toISOString() }), [], { now: daysAgo(2) });
    expect((await findVisitPlan(officer, c)).due).toBe(29);
    await wishVisits(officer, c, { householdId: home, rhythm: 'monthly', twoPeople: false, way: 'visit' });
    const later = await findVisitPlan(officer, c, new Date(Date.now() + 31 * 86_400_000));
    expect(later.week[0]).toMatchObject({ householdId: home, reason: 'monthly' });
    await callVisit(world.worker, c, { householdId: home, reason: 'emergency' });
    expect((await findVisitPlan(world.worker, c)).week[0]).toMatchObject({ householdId: home, reason: 'emergency' });
  });

  it('is followed by whoever was asked: their telephone takes those doors along, and no name', async () => {
    const { world, officer, home, buildingId, c } = await setUp(3);
    const second = await officerOf(world, buildingId, 'Second');
    const { visitId } = await planVisit(world.worker, c, {
      householdId: home,
      day: today,
      officerId: id(officer),
      companionId: id(second),
    });
    const list = await findFieldList(officer, c);
    expect(list.stops[0]).toEqual({ householdId: home, visitId, address: expect.any(String), reason: 'rhythm', twoPeople: false });
    expect((await findFieldList(second, c)).stops[0]?.visitId).toBe(visitId);
    await expect(planVisit(world.worker, c, { householdId: home, day: today, officerId: id(officer) })).rejects.toThrow(
      'visit.planned-already',
    );
    await expect(planVisit(officer, c, { householdId: home, day: today, officerId: id(second) })).rejects.toThrow(
      'visit.only-office-assigns',
    );
    await expect(findFieldList(await makePerson(world, 'property_manager'), c)).rejects.toThrow('access.not-yours');
  });
});

describe('the record', () => {
  it('H1: the household reads, corrects and erases it; the original stays beside the correction until then', async () => {
    const { officer, home, other, world, at, c } = await setUp();
    const wang = await residentOf(world, home, 'Wang');
    const stranger = await residentOf(world, other, 'Li');
    const said = { nextStep: 'Bring the form', contact: 'phone', present: ['owner'] };
    const { visitId } = await recordVisit(officer, c, record(home, said));
    const own = await findOwnVisits(wang, c);
    expect(own.visits).toMatchObject([{ nextStep: 'Bring the form', contact: 'phone', by: ['Officer'] }]);
    await correctVisit(wang, at(visitId), { words: 'It was the other form', way: 'page' });
    expect((await findOwnVisits(wang, c)).visits[0]).toMatchObject({
      nextStep: 'Bring the form',
      corrections: [{ words: 'It was the other form' }],
    });
    expect((await findVisit(officer, at(visitId))).stage).toBe('corrected');
    await closeVisit(officer, at(visitId));
    expect((await findOwnVisits(stranger, c)).visits).toEqual([]);
    for (const viewer of [stranger, nobody]) {
      await expect(correctVisit(viewer, at(visitId), { words: 'No', way: 'page' })).rejects.toThrow('access.not-found');
      await expect(eraseVisit(viewer, at(visitId), { way: 'page' })).rejects.toThrow('access.not-found');
    }
    expect(await eraseVisit(wang, at(visitId), { way: 'page' })).toEqual({ erased: true });
    expect((await findOwnVisits(wang, c)).visits).toMatchObject([{ erased: true, nextStep: null, corrections: [], present: [] }]);
    const left = await database().selectFrom('subject_keys').select('wrapped').where('id', '=', visitId).executeTakeFirstOrThrow();
    expect(left.wrapped).toBeNull();
    await expect(eraseVisit(wang, at(visitId), { way: 'page' })).rejects.toThrow('visit.erased');
  });

  it('H1: whoever moved in later reads nothing of those before', async () => {
    const { officer, home, world, at, c } = await setUp();
    const { visitId } = await recordVisit(officer, c, record(home, { nextStep: 'Old tenant' }), [], { now: daysAgo(0) });
    const newcomer = await residentOf(world, home, 'New');
    await database().updateTable('roles').set({ starts_at: new Date() }).where('person_id', '=', newcomer.personId).execute();
    expect(await findOwnVisits(newcomer, c)).toMatchObject({ visits: [], looks: [] });
    await expect(eraseVisit(newcomer, at(visitId), { way: 'page' })).rejects.toThrow('access.not-found');
  });

  it('H2: nobody home and a refusal are results, closed and counted; a second refusal brings rest to the door', async () => {
    const { world, officer, home, other, at, c } = await setUp();
    const shut = await recordVisit(officer, c, record(other, { result: 'nobody_home' }));
    expect(shut).toMatchObject({ closed: true, numbers: [] });
    const past = (days: number) =>
      recordVisit(officer, c, record(home, { result: 'refused', at: daysAgo(days).toISOString() }), [], { now: daysAgo(days) });
    await past(60);
    await past(20);
    expect(await findVisitFigures(world.worker, c)).toMatchObject({ done: 0, nobodyHome: 1, refused: 2 });
    const plan = { householdId: home, day: today, officerId: id(officer) };
    await expect(planVisit(world.worker, c, plan)).rejects.toThrow('visit.rest-after-refusal');
    expect((await findFieldList(officer, c)).stops.map(({ householdId }) => householdId)).not.toContain(home);
    await callVisit(world.worker, c, { householdId: home, reason: 'asked' });
    await planVisit(world.worker, c, plan);
    expect(await findVisit(officer, at(shut.visitId))).toMatchObject({ result: 'nobody_home', stage: 'closed' });
  });

  it('H3: two go where two are wished, unless one was welcome on the day', async () => {
    const { world, officer, home, buildingId, c } = await setUp();
    const second = await officerOf(world, buildingId, 'Second');
    await wishVisits(world.worker, c, { householdId: home, rhythm: 'ordinary', twoPeople: true, way: 'phone' });
    await expect(planVisit(world.worker, c, { householdId: home, day: today, officerId: id(officer) })).rejects.toThrow('visit.two-wished');
    await planVisit(world.worker, c, { householdId: home, day: today, officerId: id(officer), companionId: id(second) });
    await expect(recordVisit(officer, c, record(home))).rejects.toThrow('visit.two-wished');
    const { visitId } = await recordVisit(officer, c, record(home, { companionId: id(second) }));
    expect(await findVisit(officer, { communityId: c, id: visitId })).toMatchObject({ officer: 'Officer', companion: 'Second' });
    await recordVisit(officer, c, record(home, { oneAccepted: true, another: true }));
  });

  it('H4: what was asked becomes a voice with a number before the visit is closed', async () => {
    const { world, officer, home, at, c } = await setUp();
    const asked = [
      { words: 'The lamp on the stairs is broken', kind: 'help_request' },
      { words: 'When is the clinic open?', kind: 'question' },
    ];
    const { visitId, numbers, closed } = await recordVisit(officer, c, record(home, { asked, moreAsked: true, readBack: 'spoken' }));
    expect([numbers.length, closed]).toEqual([2, false]);
    const voices = await database()
      .selectFrom('voices')
      .select(['channel', 'stage', 'place_id', 'entered_by'])
      .where('community_id', '=', c)
      .execute();
    const voice = { channel: 'liaison_visit', stage: 'acknowledged', place_id: home, entered_by: id(officer) };
    expect(voices).toEqual([voice, voice]);
    await expect(closeVisit(officer, at(visitId))).rejects.toThrow('visit.asked-without-voice');
    await raiseVisitVoice(officer, at(visitId), { words: 'And the door', kind: 'help_request', anonymous: true });
    await expect(closeVisit(officer, at(visitId))).rejects.toThrow('visit.not-read-back');
    await readBackVisit(officer, at(visitId), { way: 'signed' });
    await closeVisit(officer, at(visitId));
    expect((await findVisit(world.worker, at(visitId))).numbers).toHaveLength(3);
    await expect(raiseVisitVoice(officer, at(visitId), { words: 'Late', kind: 'question', anonymous: true })).rejects.toThrow(
      'visit.closed',
    );
  });

  it('H5: records go after 24 months, sealed notes six months after the need has ended, keys with them', async () => {
    const { officer, home, c, at } = await setUp();
    const { visitId } = await recordVisit(officer, c, record(home, { nextStep: 'Soon' }));
    const { noteId } = await writeNote(officer, c, {
      householdId: home,
      words: 'Needs a ramp',
      consentWay: 'signed',
      readerIds: [id(officer)],
      months: 12,
    });
    await endNote(officer, at(noteId));
    const there = async () => {
      const visits = await database().selectFrom('visits').select('id').where('id', '=', visitId).execute();
      const notes = await database().selectFrom('visit_notes').select('id').where('id', '=', noteId).execute();
      const keys = await database()
        .selectFrom('subject_keys')
        .select('id')
        .where('id', 'in', [visitId, noteId])
        .where('wrapped', 'is not', null)
        .execute();
      return [visits.length, notes.length, keys.length];
    };
    const later = (days: number) => new Date(Date.now() + days * 86_400_000);
    await keepNoLonger({ now: later(182) });
    expect(await there()).toEqual([1, 1, 2]);
    await keepNoLonger({ now: later(184) });
    expect(await there()).toEqual([1, 0, 1]);
    await keepNoLonger({ now: later(729) });
    expect(await there()).toEqual([1, 0, 1]);
    await keepNoLonger({ now: later(731) });
    expect(await there()).toEqual([0, 0, 0]);
  });

  it('H6: an officer reaches the own area and nothing else, and nothing once the appointment has ended', async () => {
    const { world, officer, home, c, at, buildingId } = await setUp();
    const next = await makeHomes(world, 2);
    const neighbour = await officerOf(world, next.buildingId, 'Neighbour');
    const { visitId } = await recordVisit(officer, c, record(home));
    const ended = { ...officer, grants: [] };
    const elsewhere = { ...officer, grants: officer.grants.map((grant) => ({ ...grant, communityIds: [c + 999] })) };
    for (const viewer of [neighbour, ended, elsewhere, await makePerson({ ...world, placeId: buildingId }, 'building_chief')]) {
      const without: Record<string, () => Promise<unknown>> = {
        record: () => recordVisit(viewer, c, record(home)),
        see: () => findVisit(viewer, at(visitId)),
        home: () => findHousehold(viewer, c, home),
        readBack: () => readBackVisit(viewer, at(visitId), { way: 'spoken' }),
        correct: () => correctVisit(viewer, at(visitId), { words: 'x', way: 'desk' }),
        erase: () => eraseVisit(viewer, at(visitId), { way: 'desk' }),
        close: () => closeVisit(viewer, at(visitId)),
        raise: () => raiseVisitVoice(viewer, at(visitId), { words: 'x', kind: 'question', anonymous: true }),
        wish: () => wishVisits(viewer, c, { householdId: home, rhythm: 'none', twoPeople: false, way: 'visit' }),
        plan: () => planVisit(viewer, c, { householdId: home, day: today, officerId: id(viewer) }),
        note: () => writeNote(viewer, c, { householdId: home, words: 'x', consentWay: 'signed', readerIds: [id(viewer)], months: 1 }),
      };
      for (const [name, attempt] of Object.entries(without)) {
        await expect(attempt(), name).rejects.toThrow(/access\.not-found|access\.not-yours|visit\.not-in-area|visit\.not-appointed/);
      }
    }
    const plan = await findVisitPlan(neighbour, c);
    expect([plan.households, plan.week.every(({ householdId }) => next.homes.includes(householdId))]).toEqual([2, true]);
    expect((await findVisit(world.secretary, at(visitId))).address).toContain('101');
  });

  it('H7: every look at the file is a line the household reads; its own reading is none', async () => {
    const { world, officer, home, c, at } = await setUp();
    const wang = await residentOf(world, home, 'Wang');
    const { visitId } = await recordVisit(officer, c, record(home, { nextStep: 'Soon' }));
    expect((await findOwnVisits(wang, c)).looks).toEqual([]);
    await findVisit(world.worker, at(visitId));
    await findHousehold(officer, c, home);
    const { noteId } = await writeNote(officer, c, {
      householdId: home,
      words: 'A ramp',
      consentWay: 'spoken',
      readerIds: [id(world.worker)],
      months: 3,
    });
    expect(await readNote(world.worker, at(noteId))).toEqual({ words: 'A ramp' });
    await expect(readNote(officer, at(noteId))).rejects.toThrow('visit.not-a-reader');
    await expect(readNote(world.secretary, at(noteId))).rejects.toThrow('visit.not-a-reader');
    const { looks, notes } = await findOwnVisits(wang, c);
    expect(looks.map(({ by, what }) => [by, what])).toEqual([
      ['Worker', 'visit_note'],
      ['Officer', 'visit_list'],
      ['Worker', 'visit'],
    ]);
    expect(notes).toMatchObject([{ id: noteId, readers: ['Worker'], mayRead: false }]);
    expect(await withdrawNote(wang, at(noteId), { way: 'page' })).toEqual({ erased: true });
    expect((await findOwnVisits(wang, c)).notes).toEqual([]);
  });
});

describe('a record that comes from a telephone later', () => {
  it('arrives exactly once, however often it is sent, also at the same moment', async () => {
    const { officer, home, c } = await setUp();
    const input = record(home, { asked: [{ words: 'The lamp is broken', kind: 'help_request' }] });
    const key = `visit-${input.visitId}`;
    const sent = await Promise.all([1, 2, 3, 4].map(() => recordVisit(officer, c, input, [], { key })));
    expect(new Set(sent.map((one) => JSON.stringify(one.numbers))).size).toBe(1);
    await expect(recordVisit(officer, c, input)).rejects.toThrow('visit.already-recorded');
    const voices = await database().selectFrom('voices').select('id').where('community_id', '=', c).execute();
    expect(voices).toHaveLength(1);
  });

  it('never overwrites a colleague, says so, and can still be a visit of its own', async () => {
    const { world, officer, home, buildingId, c } = await setUp();
    const second = await officerOf(world, buildingId, 'Second');
    const { visitId } = await planVisit(world.worker, c, { householdId: home, day: today, officerId: id(officer) });
    await recordVisit(second, c, record(home, { visitId, nextStep: 'First' }));
    await expect(recordVisit(officer, c, record(home, { visitId, nextStep: 'Other' }))).rejects.toThrow('visit.already-recorded');
    await expect(recordVisit(officer, c, record(home, { nextStep: 'Other' }))).rejects.toThrow('visit.written-by-colleague');
    await recordVisit(officer, c, record(home, { nextStep: 'Other', another: true }));
    expect((await findVisit(officer, { communityId: c, id: visitId })).nextStep).toBe('First');
  });

  it('tells when the household has ended, is out of the area, or the clock is wrong; late is noted, not refused', async () => {
    const { world, officer, home, other, c } = await setUp();
    await database().updateTable('places').set({ ended_at: new Date() }).where('id', '=', other).execute();
    await expect(recordVisit(officer, c, record(other))).rejects.toThrow('visit.household-ended');
    await expect(recordVisit(officer, c, record(home, { at: new Date(Date.now() + 3_600_000).toISOString() }))).rejects.toThrow(
      'visit.not-yet',
    );
    await expect(recordVisit(officer, c, record(home, { at: daysAgo(40).toISOString() }))).rejects.toThrow('visit.too-long-ago');
    expect(await recordVisit(officer, c, record(home, { at: daysAgo(2).toISOString() }))).toMatchObject({ late: true });
    expect(await eventsOf(world, 'visit.recorded')).toMatchObject([{ late: true }]);
    // What an officer could no longer send is written down by the office, in the officer's name.
    const { visitId } = await recordVisit(world.worker, c, record(home, { officerId: id(officer) }));
    expect((await findVisit(world.worker, { communityId: c, id: visitId })).officer).toBe('Officer');
    await expect(recordVisit(officer, c, record(home, { officerId: id(world.worker), another: true }))).rejects.toThrow(
      'visit.only-office-assigns',
    );
  });

  it('has no field for what is nobody else’s business', () => {
    expect(Object.keys(recordVisitInput.shape).toSorted()).toEqual([
      'anonymous',
      'another',
      'asked',
      'at',
      'companionId',
      'contact',
      'householdId',
      'moreAsked',
      'name',
      'nextStep',
      'officerId',
      'oneAccepted',
      'phone',
      'present',
      'purpose',
      'readBack',
      'result',
      'visitId',
      'wish',
    ]);
    expect(
      recordVisitInput.safeParse({ ...record(randomUUID()), at: new Date().toISOString(), result: 'refused', nextStep: 'He said' }).success,
    ).toBe(false);
  });
});

it('tomorrow is planned, yesterday is not', async () => {
  const { officer, home, c } = await setUp();
  const plan = (day: string) => planVisit(officer, c, { householdId: home, day, officerId: id(officer) });
  await expect(plan(shiftDay(today, -1))).rejects.toThrow('visit.day-past');
  await expect(plan(shiftDay(today, 90))).rejects.toThrow('visit.day-too-far');
  await plan(shiftDay(today, 1));
});
