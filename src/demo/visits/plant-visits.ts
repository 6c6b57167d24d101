import { newId } from '#foundation/ids.ts';
import { callVisit, planVisit, recordVisit, recordVisitInput, wishVisits, writeNote } from '#listen/visits/index.ts';
import { atMinute, workingDayBefore } from '../office-hours.ts';
import { randomFrom, shares, type Random } from '../random.ts';
import type { Building, Community, Ground, Person, Town } from '../town.ts';

// A year of visits: part of what a real one would be, each door once, with every result. People who refuse are shown, too.

const results = { done: 61, nobody_home: 29, refused: 10 };
/** Of a hundred households: visited in the year shown, asking for every month, asking for two, and for nobody. */
const of100 = { visited: 10, monthly: 4, two: 2, none: 1 };

export async function plantVisits(ground: Ground, town: Town): Promise<void> {
  for (const community of Object.values(town.communities)) await plantYear(ground, town, community);
}

type Door = { id: string; building: Building };

async function plantYear(ground: Ground, town: Town, community: Community): Promise<void> {
  const random = randomFrom(`visits of ${community.shape.slug}`);
  const home = town.person('wangxiuzhen').home?.flatId;
  const doors = random
    .shuffle(community.buildings.flatMap((building) => building.units.flatMap((unit) => unit.flats.map(({ id }) => ({ id, building })))))
    .filter(({ id }) => id !== home);
  await plantWishes(ground, community, doors, random);
  const visited = doors.slice(0, Math.round((doors.length * of100.visited) / 100));
  const outcomes = random.shuffle(shares(visited.length, results));
  for (const [at, door] of visited.entries()) await plantVisit(ground, community, door, outcomes[at] ?? 'done', random);
  if (community.shape.key === 'A') await plantStories(ground, town, community, doors.slice(visited.length));
}

async function plantWishes(ground: Ground, { id, workers }: Community, doors: Door[], random: Random): Promise<void> {
  const worker = workers[0];
  if (!worker) return;
  const kinds = [
    { share: of100.monthly, rhythm: 'monthly', twoPeople: false },
    { share: of100.two, rhythm: 'ordinary', twoPeople: true },
    { share: of100.none, rhythm: 'none', twoPeople: false },
  ] as const;
  // From the end of the pile: these are not the ones visited below.
  let from = doors.length;
  for (const { share, rhythm, twoPeople } of kinds) {
    const count = Math.max(1, Math.round((doors.length * share) / 100));
    for (const door of doors.slice(from - count, from)) {
      const now = atMinute(workingDayBefore(ground.calendar, ground.today, random.int(20, 200)), random.int(9 * 60, 11 * 60));
      await wishVisits(worker.viewer, id, { householdId: door.id, rhythm, twoPeople, way: 'phone' }, { within: within(ground, now) });
    }
    from -= count;
  }
}

async function plantVisit(
  ground: Ground,
  community: Community,
  { id, building }: Door,
  result: keyof typeof results,
  random: Random,
): Promise<void> {
  const day = workingDayBefore(ground.calendar, ground.today, random.int(2, 170));
  const at = atMinute(day, random.int(14 * 60, 17 * 60));
  const officer = officerFor(community, building, at, random);
  const companion = community.workers.find((one) => one.id !== officer.id);
  const done = result === 'done';
  const record = recordVisitInput.parse({
    visitId: newId(at),
    householdId: id,
    at: at.toISOString(),
    result,
    companionId: random.chance(0.4) ? companion?.id : undefined,
    purpose: random.pick(['rhythm', 'rhythm', 'inform', 'card']),
    ...(done && { present: [random.pick(['owner', 'tenant', 'family'])], nextStep: random.pick(nextSteps), readBack: 'spoken' }),
  });
  const written = new Date(at.getTime() + random.int(10, 300) * 60_000);
  await recordVisit(officer.viewer, community.id, record, [], { within: within(ground, written) });
}

/** Mrs Wang, whom her officer visits every month; who goes today; what isn't finished; one sealed note. */
async function plantStories(ground: Ground, town: Town, community: Community, doors: Door[]): Promise<void> {
  const { id } = community;
  const officer = town.person('zhouguilan');
  const wang = town.person('wangxiuzhen');
  const home = wang.home?.flatId ?? '';
  const before = (days: number, minutes: number) => atMinute(workingDayBefore(ground.calendar, ground.today, days), minutes);
  const worker = community.workers[0] ?? officer;
  await wishVisits(
    worker.viewer,
    id,
    { householdId: home, rhythm: 'monthly', twoPeople: true, way: 'desk' },
    { within: within(ground, before(45, 560)) },
  );
  const at = before(24, 15 * 60);
  const monthly = recordVisitInput.parse({
    visitId: newId(at),
    householdId: home,
    at: at.toISOString(),
    result: 'done',
    companionId: worker.id,
    purpose: 'monthly',
    present: ['owner'],
    nextStep: '月底把新的联系卡送来',
    contact: 'phone',
    readBack: 'signed',
  });
  await recordVisit(officer.viewer, id, monthly, [], { within: within(ground, new Date(at.getTime() + 3_600_000)) });
  const note = {
    householdId: home,
    words: '听力不好，请敲重一点，等一等。',
    consentWay: 'signed',
    readerIds: [officer.id],
    months: 12,
  } as const;
  await writeNote(officer.viewer, id, { ...note, readerIds: [officer.id] }, { within: within(ground, new Date(at.getTime() + 3_700_000)) });
  const next = doors.filter(({ building }) => building.number === 3);
  const last = before(1, 16 * 60);
  for (const door of next.slice(0, 2)) {
    const plan = { householdId: door.id, day: ground.today, officerId: officer.id };
    await planVisit(worker.viewer, id, plan, { within: within(ground, last) });
  }
  const open = next[2];
  if (!open) return;
  const unfinished = {
    visitId: newId(last),
    householdId: open.id,
    at: last.toISOString(),
    result: 'done',
    present: ['family'],
    nextStep: '下周再来听听',
  };
  await recordVisit(officer.viewer, id, recordVisitInput.parse(unfinished), [], {
    within: within(ground, new Date(last.getTime() + 600_000)),
  });
  const called = next[3];
  if (called) await callVisit(worker.viewer, id, { householdId: called.id, reason: 'asked' }, { within: within(ground, last) });
}

/** Whoever has the building then; otherwise somebody of the office. */
function officerFor({ liaisons, workers }: Community, building: Building, at: Date, random: Random): Person {
  const own = liaisons.filter(
    ({ viewer, from, until }) =>
      from <= at &&
      (until === null || until > at) &&
      viewer.grants.some(({ role, placeId }) => role === 'liaison_officer' && placeId === building.id),
  );
  return own.length > 0 ? random.pick(own) : random.pick(workers);
}

function within({ trx }: Ground, now: Date) {
  return { trx, now, quiet: true };
}

const nextSteps = ['下月初再来', '月底把新的联系卡送来', '周五前打电话告诉结果', '带一份活动单来', '没有要办的，半年后再来'];
