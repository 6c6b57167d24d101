import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { shanghaiDay, shiftDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { acceptLink, noteContact, proposeLink } from '#listen/contacts/index.ts';
import { printContactCard } from '#listen/cards/index.ts';
import { appointOfficer, callForOfficers, nominateOfficer, objectToNominee, postList } from '#listen/liaison/index.ts';
import { makePerson } from '../../world.ts';
import type { Room } from '../rooms.ts';
import type { Cell, Scene } from '../visit.ts';

// Liaison officers, contact cards and direct contact: what the doors are about, and what is posted there.

const past = (days: number) => new Date(startOfShanghaiDay(shiftDay(shanghaiDay(new Date()), -days)).getTime() + 36_000_000);
const day = (days: number) => shiftDay(shanghaiDay(new Date()), days);

function sideOf({ ground, about }: Pick<Cell, 'ground' | 'about'>) {
  return about === 'elsewhere' ? ground.elsewhere : ground.here;
}

/** A call; `listed`: its list hangs out (days ago), otherwise one may still be nominated. */
async function aCall(
  cell: Pick<Cell, 'ground' | 'about'>,
  { closed, posted }: { closed: boolean; posted: number | null },
): Promise<string> {
  const { world, home } = sideOf(cell);
  const dates = closed ? { opensOn: day(-20), closesOn: day(-10) } : { opensOn: day(-2), closesOn: day(9) };
  const input = { announcement: 'Neighbours who listen', ...dates };
  const { callId } = await callForOfficers(world.secretary, world.communityId, input, { now: past(closed ? 20 : 2) });
  const ref = { communityId: world.communityId, id: callId };
  const neighbour = { way: 'desk', who: 'self', placeId: home, name: 'Listed', phone: freshPhone() } as const;
  await nominateOfficer(world.colleague, ref, neighbour, { now: past(closed ? 15 : 1) });
  if (posted !== null) await postList(world.secretary, ref, { now: past(posted) });
  return callId;
}

let phones = 0;
function freshPhone(): string {
  phones += 1;
  return `0007${String(phones).padStart(7, '0')}`;
}

/** Somebody of the call who was asked (a neighbour), or who stands on its list. */
async function nominationOf({ ground, about, thing, comer }: Scene, asked: 'viewer' | 'neighbour' | null): Promise<string> {
  const { world, home } = sideOf({ ground, about });
  const ref = { communityId: world.communityId, id: thing ?? '' };
  if (!thing) return newId();
  if (asked === null) {
    const row = await database().selectFrom('liaison_nominations').select('id').where('call_id', '=', thing).executeTakeFirst();
    return row?.id ?? newId();
  }
  const neighbour = { way: 'desk', who: 'neighbour', placeId: home, name: 'Asked', phone: freshPhone() } as const;
  const { nominationId } = await nominateOfficer(world.colleague, ref, neighbour);
  const personId = comer?.viewer.personId;
  if (asked === 'viewer' && personId) {
    await database().updateTable('liaison_nominations').set({ person_id: personId }).where('id', '=', nominationId).execute();
  }
  return nominationId;
}

async function anOfficer(cell: Cell): Promise<string> {
  const { world, home } = sideOf(cell);
  const officer = await makePerson({ ...world, placeId: home }, 'liaison_officer', 'Lettered');
  const input = { personId: officer.personId ?? '', placeIds: [home], endsOn: day(700) };
  return (await appointOfficer(world.secretary, null, world.communityId, input)).appointmentId;
}

async function aCard(cell: Cell): Promise<string> {
  const { world, home } = sideOf(cell);
  const { cardIds } = await printContactCard(world.colleague, world.communityId, { buildingId: home, which: 'blank', count: 1 });
  return cardIds[0] ?? '';
}

async function aHousehold({ ground, about }: Pick<Cell, 'ground' | 'about'>): Promise<string> {
  const { world, home } = sideOf({ ground, about });
  const id = newId();
  await database()
    .insertInto('places')
    .values({
      community_id: world.communityId,
      id,
      parent_id: home,
      level: 'household',
      name: id.slice(-8),
      full_name: `Home ${id.slice(-8)}`,
      building_id: home,
    })
    .execute();
  return id;
}

/** A link of a colleague of the visitor with a household, with one contact noted once it is accepted. */
async function aLink(cell: Cell): Promise<string> {
  const { world, home } = sideOf(cell);
  const householdId = await aHousehold(cell);
  const holder = await makePerson({ ...world, placeId: home }, 'liaison_officer', 'Holder');
  const { linkId } = await proposeLink(holder, world.communityId, { householdId });
  const link = { communityId: world.communityId, id: linkId };
  if (!cell.door.endsWith('accept')) {
    await acceptLink(world.colleague, link, { way: 'phone' });
    await noteContact(holder, link, { contactedOn: day(-1), way: 'met' });
  }
  return linkId;
}

async function entryOf({ thing }: Scene): Promise<string> {
  const row = thing ? await database().selectFrom('contact_log').select('id').where('link_id', '=', thing).executeTakeFirst() : undefined;
  return row?.id ?? newId();
}

export const room: Room = {
  things: {
    call: {
      abouts: ['own', 'elsewhere', 'guessed'],
      plant: (cell) => {
        if (/\?\/(object|answer)$/.test(cell.door)) return aCall(cell, { closed: true, posted: 1 });
        if (cell.door.endsWith('?/appoint')) return aCall(cell, { closed: true, posted: 8 });
        return aCall(cell, { closed: cell.door.endsWith('?/post'), posted: null });
      },
    },
    officer: { abouts: ['own', 'elsewhere', 'guessed'], plant: anOfficer },
    contactCard: { abouts: ['own', 'elsewhere', 'guessed'], plant: aCard },
    contactLink: { abouts: ['own', 'elsewhere', 'guessed'], plant: aLink },
  },
  forms: {
    'POST /staff/c/[community]/contact-cards?/move': 'contactCard',
    'POST /c/[community]/mine/contact?/accept': 'contactLink',
    'POST /c/[community]/mine/contact?/end': 'contactLink',
    'POST /c/[community]/mine/contact?/correct': 'contactLink',
    'POST /c/[community]/mine/contact?/erase': 'contactLink',
  },
  posts: {
    'POST /c/[community]/liaison/[call]?/nominate': (scene) => ({
      who: 'neighbour',
      name: 'Neighbour',
      phone: freshPhone(),
      placeId: sideOf(scene).home,
    }),
    'POST /c/[community]/liaison/[call]?/agree': async (scene) => ({ nomination: await nominationOf(scene, 'viewer'), shownName: 'Me' }),
    'POST /c/[community]/liaison/[call]?/decline': async (scene) => ({ nomination: await nominationOf(scene, 'viewer') }),
    'POST /c/[community]/liaison/[call]?/object': async (scene) => ({
      nomination: await nominationOf(scene, null),
      words: 'Never at home',
    }),
    'POST /c/[community]/mine/contact?/accept': ({ thing }) => ({ link: thing ?? newId() }),
    'POST /c/[community]/mine/contact?/end': ({ thing }) => ({ link: thing ?? newId() }),
    'POST /c/[community]/mine/contact?/correct': async (scene) => ({
      link: scene.thing ?? newId(),
      entry: await entryOf(scene),
      contactedOn: day(-2),
      way: 'phone',
    }),
    'POST /c/[community]/mine/contact?/erase': async (scene) => ({ link: scene.thing ?? newId(), entry: await entryOf(scene) }),
    'POST /staff/c/[community]/liaison?/call': () => ({ announcement: 'Neighbours who listen', opensOn: day(0), closesOn: day(9) }),
    'POST /staff/c/[community]/liaison?/letter': async ({ ground }) => {
      const { world, home } = ground.here;
      const { personId } = await makePerson({ ...world, placeId: home }, 'liaison_officer', 'Without a letter');
      return { personId: personId ?? '', endsOn: day(700) };
    },
    'POST /staff/c/[community]/liaison/calls/[call]?/nominate': (scene) => ({
      who: 'neighbour',
      way: 'phone',
      name: 'Neighbour',
      phone: freshPhone(),
      placeId: sideOf(scene).home,
    }),
    'POST /staff/c/[community]/liaison/calls/[call]?/agree': async (scene) => ({
      nomination: await nominationOf(scene, 'neighbour'),
      shownName: 'Zhao',
      way: 'phone',
    }),
    'POST /staff/c/[community]/liaison/calls/[call]?/decline': async (scene) => ({
      nomination: await nominationOf(scene, 'neighbour'),
      way: 'phone',
    }),
    'POST /staff/c/[community]/liaison/calls/[call]?/post': () => ({}),
    'POST /staff/c/[community]/liaison/calls/[call]?/object': async (scene) => ({
      nomination: await nominationOf(scene, null),
      words: 'Never at home',
      way: 'phone',
    }),
    'POST /staff/c/[community]/liaison/calls/[call]?/answer': async (scene) => {
      const { world } = sideOf(scene);
      const ref = { communityId: world.communityId, id: await nominationOf(scene, null) };
      const { objectionId } = scene.thing
        ? await objectToNominee(world.colleague, ref, { way: 'phone', words: 'Never at home' })
        : { objectionId: newId() };
      return { objection: objectionId, outcome: 'not_upheld', words: 'Every evening after six' };
    },
    'POST /staff/c/[community]/liaison/calls/[call]?/appoint': async (scene) => ({
      nomination: await nominationOf(scene, null),
      placeIds: [sideOf(scene).home],
      endsOn: day(700),
    }),
    'POST /staff/c/[community]/liaison/[officer]?/train': () => ({ topic: 'privacy', heldOn: day(-1) }),
    'POST /staff/c/[community]/liaison/[officer]?/end': () => ({ reason: 'wish' }),
    'POST /staff/c/[community]/contact-cards?/contacts': () => ({ policeName: 'Officer Li' }),
    'POST /staff/c/[community]/contact-cards?/print': ({ ground }) => ({ buildingId: ground.here.home, which: 'blank', count: '1' }),
    'POST /staff/c/[community]/contact-cards?/move': ({ thing, ground }) => ({
      card: thing ?? newId(),
      step: 'hand_over',
      building: ground.here.home,
    }),
    'POST /staff/c/[community]/contact-links?/propose': async ({ ground }) => ({ householdId: await aHousehold({ ground, about: 'own' }) }),
    'POST /staff/c/[community]/contact-links/[contactLink]?/accept': () => ({ way: 'phone' }),
    'POST /staff/c/[community]/contact-links/[contactLink]?/end': () => ({ way: 'page' }),
    'POST /staff/c/[community]/contact-links/[contactLink]?/note': () => ({ contactedOn: day(-1), way: 'visit' }),
    'POST /staff/c/[community]/contact-links/[contactLink]?/erase': async (scene) => ({ entry: await entryOf(scene) }),
  },
  bodies: { 'API post /communities/{slug}/contact-cards/{contactCard}/step': () => ({ step: 'hand_over' }) },
};
