import { shiftDay, weekdayOf } from '#foundation/calendar/index.ts';
import {
  answerQuestion,
  callAgain,
  declareInquorate,
  demandMeeting,
  issueNotice,
  makeRoll,
  makeRollInput,
  noteQuestion,
  signDemand,
} from '#discuss/meetings/index.ts';
import type { Community, Ground, Town } from '../town.ts';
import { call, come, hold, on } from './hold.ts';
import { burstPipe, chiefsOf, comingTalk, openTalk, parkingHearing, residentsMeeting } from './stories.ts';

/** A year of meetings of the old estate: chiefs every month, a residents' meeting that needed a second call, a hearing, talks. */
export async function plantMeetings(ground: Ground, { communities: { A } }: Town): Promise<void> {
  for (const day of firstWednesdays(ground.today)) await chiefs(ground, A, day);
  await urgent(ground, A);
  await hearing(ground, A);
  await secondCall(ground, A);
  const talk = shiftDay(ground.today, -12);
  await hold(ground, A, await call(ground, A, openTalk, talk), openTalk, talk);
  await call(ground, A, comingTalk, shiftDay(ground.today, 5));
  await demand(ground, A);
}

async function chiefs(ground: Ground, community: Community, day: string): Promise<void> {
  const story = chiefsOf(Number(day.slice(5, 7)));
  const ref = await call(ground, community, story, day);
  const all = community.chiefs.filter(({ until }) => until === null).length;
  await come(ground, community, ref, day, { present: Math.max(Math.floor(all / 2) + 1, Math.round((all * 4) / 5)) });
  await hold(ground, community, ref, story, day);
}

async function urgent(ground: Ground, community: Community): Promise<void> {
  const day = shiftDay(ground.today, -140);
  const ref = await call(ground, community, burstPipe, day);
  await come(ground, community, ref, day, { present: community.chiefs.filter(({ until }) => until === null).length });
  await hold(ground, community, ref, burstPipe, day);
}

async function hearing(ground: Ground, community: Community): Promise<void> {
  const day = shiftDay(ground.today, -32);
  const ref = await call(ground, community, parkingHearing, day);
  await come(ground, community, ref, day, { present: parkingHearing.groups?.length ?? 0 });
  await hold(ground, community, ref, { ...parkingHearing, ...noMinutes }, day);
  const worker = community.workers[0] ?? community.secretary;
  const asked = [
    ['老人看病接送，车停哪里？', '3 号楼和 7 号楼前各留一个临时车位，限停二十分钟。'],
    ['商户早上卸货和上学的人流撞在一起，怎么办？', '卸货改在早上七点前和九点后，已与商户说好。'],
    ['谁来管消防通道？', null],
  ] as const;
  for (const [words, answer] of asked) {
    const { questionId } = await noteQuestion(worker.viewer, ref, { words }, on(ground, day, '11:40'));
    if (answer) await answerQuestion(community.secretary.viewer, ref, { questionId, answer }, on(ground, shiftDay(day, 6), '10:00'));
  }
}
/** Questions are written down before the minutes. */
const noMinutes = { minutes: undefined };

/** Of 2,980 households 1,212 came to the first call: too few. To the second 1,604, many of them on paper. */
async function secondCall(ground: Ground, community: Community): Promise<void> {
  const households = community.buildings.flatMap(({ units }) => units.flatMap(({ flats }) => flats)).length;
  const [first, second] = [shiftDay(ground.today, -80), shiftDay(ground.today, -55)];
  const ref = await call(ground, community, residentsMeeting, first);
  await come(ground, community, ref, first, { present: scaled(households, 1212) });
  const worker = community.workers[0] ?? community.secretary;
  await declareInquorate(worker.viewer, ref, on(ground, first, '14:40'));
  const times = { startsAt: on(ground, second, '14:00').within.now, endsAt: on(ground, second, '16:30').within.now };
  const planned = await callAgain(community.secretary.viewer, ref, times, on(ground, shiftDay(first, 2), '09:00'));
  const again = { communityId: community.id, ...planned };
  const called = on(ground, shiftDay(first, 3), '10:00');
  await issueNotice(community.secretary.viewer, again, {}, called);
  await makeRoll(worker.viewer, again, makeRollInput.parse({}), called);
  const present = scaled(households, 1604);
  const paper = Math.floor(present / 3);
  await come(ground, community, again, second, { present: present - paper, paper });
  await hold(ground, community, again, residentsMeeting, second);
}

function scaled(households: number, ofFull: number): number {
  return Math.round((households * ofFull) / 2980);
}

/** Residents ask for a talk; the signatures are not enough yet. */
async function demand(ground: Ground, community: Community): Promise<void> {
  const [first, ...others] = community.residents.slice(0, 7);
  if (!first) return;
  const day = shiftDay(ground.today, -6);
  const input = { kind: 'open_talk', signedBy: 'residents', matter: '小广场晚上的灯几点关' } as const;
  const { demandId: id } = await demandMeeting(first.viewer, community.id, input, on(ground, day, '19:00'));
  for (const [at, { viewer }] of others.entries()) {
    await signDemand(viewer, { communityId: community.id, id }, on(ground, shiftDay(day, Math.floor(at / 2)), `20:${10 + at}`));
  }
}

/** The first Wednesday of each of the past twelve months, the oldest first; only days that are over. */
function firstWednesdays(today: string): string[] {
  const days: string[] = [];
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  for (let back = 12; back >= 0; back--) {
    const at = year * 12 + month - 1 - back;
    const first = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
    const day = shiftDay(first, (3 - weekdayOf(first) + 7) % 7);
    if (day < shiftDay(today, -3) && day > shiftDay(today, -366)) days.push(day);
  }
  return days;
}
