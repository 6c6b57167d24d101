import { randomUUID } from 'node:crypto';
import {
  approveMinutes,
  closeMeeting,
  declareInquorate,
  demandMeeting,
  issueNotice,
  makeRoll,
  makeRollInput,
  markRoll,
  markRollInput,
  noteQuestion,
  openMeeting,
  writeMinutes,
  type MeetingRef,
} from '#discuss/meetings/index.ts';
import { database } from '#foundation/server/database.ts';
import { aPlan, at, entriesOf, type Ref } from '../../meetings.ts';
import type { Room } from '../rooms.ts';
import type { Cell, Scene } from '../visit.ts';

// A hearing of two sides, brought as far as the door needs it.

const nowhere = randomUUID();
const then = { now: at(-1, '15:00') };

function worldOf({ ground: { here, elsewhere }, about }: Cell) {
  return (about === 'elsewhere' || about === 'foreign' ? elsewhere : here).world;
}

const planned = /\?\/(addItem|removeItem|notice|cancel|makeRoll)$|\/(agenda|notice|roll)$/;
const opened = /\?\/(close|adjourn|question|answer)$|\/closing$/;
const failed = /\?\/again$|\/second-call$/;
const closed = /\?\/(minutes|approve|approved|publish)$/;

async function plantMeeting(cell: Cell): Promise<string> {
  const world = worldOf(cell);
  const { door } = cell;
  const post = door.startsWith('POST') || door.startsWith('API post');
  if (post && planned.test(door) && !/^POST .*roll\?/.test(door)) return (await aPlan(world, { kind: 'public_hearing', days: 20 })).number;
  const ref = await aPlan(world, { kind: 'public_hearing', days: -1 });
  await issueNotice(world.secretary, ref, {}, { now: at(-15) });
  await makeRoll(world.worker, ref, makeRollInput.parse({ groups: ['A side', 'B side'] }), { now: at(-15) });
  if (!post || /mark|refuse|inquorate/.test(door)) return ref.number;
  if (failed.test(door)) {
    await declareInquorate(world.worker, ref, then);
    return ref.number;
  }
  await markRoll(world.worker, ref, markRollInput.parse({ entryIds: await entriesOf(ref), standing: 'present' }), then);
  if (!opened.test(door) && !closed.test(door)) return ref.number;
  await openMeeting(world.worker, ref, then);
  if (opened.test(door)) return ref.number;
  await closeMeeting(world.worker, ref, then);
  if (door.endsWith('?/minutes')) return ref.number;
  await writeMinutes(world.colleague, ref, { body: 'We met' }, then);
  if (!door.endsWith('?/publish')) return ref.number;
  await approveMinutes(world.secretary, ref, {}, then);
  await approveMinutes(world.worker, ref, { entryId: (await entriesOf(ref))[0] }, then);
  return ref.number;
}

async function plantDemand(cell: Cell): Promise<string> {
  const world = worldOf(cell);
  const input = { kind: 'open_talk', signedBy: 'residents', matter: 'The lift' } as const;
  return (await demandMeeting(world.secretary, world.communityId, input)).demandId;
}

async function refOf(scene: Scene): Promise<Ref | null> {
  const { communityId } = worldOf(scene);
  const [year, serial] = (scene.thing ?? '').split('-').map(Number);
  if (scene.about === 'guessed' || !year || !serial) return null;
  const row = await database()
    .selectFrom('meetings')
    .select('id')
    .where('community_id', '=', communityId)
    .where('year', '=', year)
    .where('serial', '=', serial)
    .executeTakeFirst();
  return row ? { communityId, id: row.id, number: scene.thing ?? '' } : null;
}

async function firstEntry(scene: Scene): Promise<string> {
  const ref = await refOf(scene);
  return (ref && (await entriesOf(ref))[0]) ?? nowhere;
}

async function itemOf(scene: Scene): Promise<string> {
  const ref = await refOf(scene);
  const row = ref && (await database().selectFrom('agenda_items').select('id').where('meeting_id', '=', ref.id).executeTakeFirst());
  return row?.id ?? nowhere;
}

async function questionOf(scene: Scene): Promise<string> {
  const ref: MeetingRef | null = await refOf(scene);
  return ref ? (await noteQuestion(worldOf(scene).worker, ref, { words: 'Where to park?' }, then)).questionId : nowhere;
}

const list = 'POST /staff/c/[community]/meetings';
const one = `${list}/[meeting]`;
const roll = `${one}/roll`;
const demands = 'POST /c/[community]/meetings/demands';
const api = 'API post /communities/{slug}/meetings';
const times = { day: '2028-03-01', from: '14:00', until: '16:00' };

export const room: Room = {
  things: {
    meeting: { abouts: ['own', 'elsewhere', 'guessed'], plant: plantMeeting },
    demand: { abouts: ['own', 'elsewhere', 'guessed'], plant: plantDemand },
  },
  forms: { [`${demands}?/sign`]: 'demand', [`${demands}?/withdraw`]: 'demand', [`${list}?/sheet`]: 'demand' },
  posts: {
    [`${list}?/plan`]: () => ({ kind: 'open_talk', title: 'A talk', placeWords: 'Hall', ...times }),
    [`${list}?/adjust`]: () => ({ kind: 'open_talk', noticeDays: '4', reason: 'As agreed' }),
    [`${list}?/track`]: () => ({ title: 'The square' }),
    [`${list}?/demand`]: () => ({ what: 'open_talk/residents', matter: 'The lift' }),
    [`${list}?/sheet`]: ({ thing }) => ({ demandId: thing ?? nowhere, signatures: '5', struck: '1' }),
    [`${one}?/addItem`]: () => ({ title: 'One more', purpose: 'discuss' }),
    [`${one}?/removeItem`]: async (scene) => ({ itemId: await itemOf(scene) }),
    [`${one}?/notice`]: () => ({}),
    [`${one}?/makeRoll`]: () => ({ groups: 'A side' }),
    [`${one}?/open`]: () => ({}),
    [`${one}?/inquorate`]: () => ({}),
    [`${one}?/close`]: () => ({}),
    [`${one}?/adjourn`]: () => ({ reason: 'Too late' }),
    [`${one}?/cancel`]: () => ({ reason: 'Storm' }),
    [`${one}?/again`]: () => times,
    [`${one}?/minutes`]: () => ({ body: 'We met' }),
    [`${one}?/approve`]: () => ({}),
    [`${one}?/publish`]: () => ({}),
    [`${one}?/question`]: () => ({ words: 'Where to park?' }),
    [`${one}?/answer`]: async (scene) => ({ questionId: await questionOf(scene), answer: 'Behind the school' }),
    [`${roll}?/mark`]: async (scene) => ({ entryIds: await firstEntry(scene), standing: 'present' }),
    [`${roll}?/refuse`]: () => ({ entryId: nowhere, reason: 'Not ours' }),
    [`${roll}?/approved`]: async (scene) => ({ entryId: await firstEntry(scene) }),
    'POST /c/[community]/meetings/[meeting]?/checkIn': () => ({ code: '000000' }),
    'POST /c/[community]/meetings/[meeting]?/approve': () => ({}),
    [`${demands}?/begin`]: () => ({ what: 'open_talk/residents', matter: 'The lift' }),
    [`${demands}?/sign`]: ({ thing }) => ({ demandId: thing ?? nowhere }),
    [`${demands}?/withdraw`]: ({ thing }) => ({ demandId: thing ?? nowhere }),
  },
  bodies: {
    [api]: () => ({
      kind: 'open_talk',
      title: 'A talk',
      place: 'Hall',
      startsAt: '2028-03-01T14:00:00+08:00',
      endsAt: '2028-03-01T16:00:00+08:00',
    }),
    [`${api}/{meeting}/agenda`]: () => ({ title: 'One more', purpose: 'discuss' }),
    [`${api}/{meeting}/notice`]: () => ({}),
    [`${api}/{meeting}/roll`]: () => ({ groups: ['A side'] }),
    [`${api}/{meeting}/marks`]: async (scene) => ({ entryIds: [await firstEntry(scene)], standing: 'present' }),
    [`${api}/{meeting}/opening`]: () => ({}),
    [`${api}/{meeting}/inquorate`]: () => ({}),
    [`${api}/{meeting}/closing`]: () => ({}),
    'API post /communities/{slug}/meeting-demands/{demand}/signature': () => ({}),
    [`${api}/{meeting}/second-call`]: () => ({ startsAt: '2028-03-01T14:00:00+08:00', endsAt: '2028-03-01T16:00:00+08:00' }),
  },
};
