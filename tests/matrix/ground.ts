import { sql } from 'kysely';
import { goOn } from '#ledger/index.ts';
import { addPlace } from '#community/places/index.ts';
import { createAccessToken, printCard, tokenScopes, type Viewer } from '#community/people/index.ts';
import { openSession } from '#community/people/sessions/open-session.ts';
import { saveFilter, findFilters } from '#listen/saved-filters/index.ts';
import { database } from '#foundation/server/database.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { makePerson, makeWorld, type World } from '../world.ts';
import { columns, roleOf, type Column, type Signed } from './columns.ts';

// Two communities that have nothing to do with each other, and in one of them somebody of every role stands at the door.

/** What somebody shows to be let in: a cookie for pages, a token for programs. Residents get no token. */
export type Comer = { viewer: Viewer; cookie: string; token: string | null };
/** The same kinds of things on both sides, so that one can be reached for from the other. */
type Side = {
  world: World;
  home: string;
  place: string;
  person: Viewer;
  role: string;
  card: string;
  session: string;
  token: string;
  filter: string;
};
export type Ground = {
  here: Side;
  elsewhere: Side;
  comers: ReadonlyMap<Column, Comer>;
  /** Two workers of the community nobody stands for: `helper` can be made answerable, `bystander` is complained about. */
  helper: Viewer;
  bystander: Viewer;
  /** A working day ahead. */
  day: string;
};

export async function prepareGround(): Promise<Ground> {
  const [here, elsewhere] = [await prepareSide(), await prepareSide()];
  const signed = columns.filter(isSigned);
  const comers = await Promise.all(signed.map((column) => comeIn(here, column)));
  return {
    here,
    elsewhere,
    comers: new Map(signed.map((column, at) => [column, comers[at] ?? never()])),
    helper: here.world.worker,
    bystander: await makePerson(here.world, 'community_worker', 'Bystander'),
    day: await workingDayAhead(),
  };
}

export function isSigned(column: Column): column is Signed {
  return column in roleOf;
}

/** Somebody new of this column, signed in. Also for doors behind which one is signed out, or not oneself any more. */
export async function comeIn({ world, home }: Pick<Side, 'world' | 'home'>, column: Signed): Promise<Comer> {
  const nextDoor = column === 'chief' || column === 'liaison';
  const viewer = await makePerson({ ...world, ...(nextDoor && { placeId: home }) }, roleOf[column], `Stands for ${column}`);
  const { cookie, session } = await signIn(viewer);
  return { viewer, cookie, token: column === 'resident' ? null : (await tokenOf(viewer, session)).token };
}

export async function signIn(viewer: Viewer): Promise<{ cookie: string; session: string }> {
  const kind = viewer.kind === 'resident' ? 'resident' : 'staff';
  const token = await openSession(database(), { kind, assurance: 'full', personId: viewer.personId ?? '', now: new Date() });
  const { id } = await database()
    .selectFrom('sessions')
    .select('id')
    .where('person_id', '=', viewer.personId)
    .orderBy('created_at', 'desc')
    .executeTakeFirstOrThrow();
  return { cookie: `__Host-huiyin=${token}`, session: id };
}

export async function tokenOf(viewer: Viewer, session: string): Promise<{ id: string; token: string }> {
  const sure = { id: session, kind: 'staff', assurance: 'full', steppedUpAt: new Date() } as const;
  const { token } = await createAccessToken(viewer, sure, { name: 'program', scopes: [...tokenScopes], days: 1 });
  const made = database().selectFrom('access_tokens').select('id').where('person_id', '=', viewer.personId).orderBy('created_at', 'desc');
  return { token, id: (await made.executeTakeFirstOrThrow()).id };
}

/** The ledger's work, once: there is something to check then, and afterwards nobody writes in the background. */
export async function signLedger(keysFolder: string): Promise<void> {
  await goOn(database(), { keysFolder, publicAddress: 'http://localhost' });
}

async function prepareSide(): Promise<Side> {
  const world = await makeWorld();
  const { communityId: id, secretary } = world;
  const person = await makePerson(world, 'community_worker', 'Somebody who serves');
  const { session } = await signIn(person);
  await saveFilter(person, id, { name: 'Mine', query: 'tab=all' });
  const { placeId: home } = await addPlace(secretary, id, { level: 'building', name: 'Home' });
  const { placeId: place } = await addPlace(secretary, id, { level: 'building', name: 'Tower' });
  await printCard(secretary, id, { name: 'Granny Gu' });
  const card = await database().selectFrom('invitations').select('id').where('community_id', '=', id).executeTakeFirstOrThrow();
  return {
    world,
    home,
    place,
    person,
    role: person.grants[0]?.id ?? '',
    card: card.id,
    session,
    token: (await tokenOf(person, session)).id,
    filter: (await findFilters(person, id))[0]?.id ?? '',
  };
}

async function workingDayAhead(): Promise<string> {
  const calendar = await currentCalendar();
  const days = Array.from({ length: 30 }, (_, ahead) => shanghaiDay(new Date(Date.now() + (ahead + 3) * 86_400_000)));
  return days.find((day) => calendar.isWorkingDay(day)) ?? '';
}

function never(): never {
  throw new Error('as many come in as are asked to');
}

/** The tests may take longer than a fresh proof of who one is counts: before every door everybody gives it anew. */
export async function proveAnew(): Promise<void> {
  await sql`update sessions set stepped_up_at = clock_timestamp(), idle_until = clock_timestamp() + interval '10 minutes'
    where kind = 'staff' and assurance = 'full' and ended_at is null`.execute(database());
}

/** How much is still there of what the two who never knock own, and of the community elsewhere. */
export async function untouched({ here, elsewhere }: Ground): Promise<Record<string, number>> {
  const db = database();
  const people = [here.person.personId ?? '', elsewhere.person.personId ?? ''];
  const [sessions, tokens, filters, roles, places, cards] = await Promise.all([
    db.selectFrom('sessions').select('id').where('person_id', 'in', people).where('ended_at', 'is', null).execute(),
    db.selectFrom('access_tokens').select('id').where('person_id', 'in', people).where('ended_at', 'is', null).execute(),
    db.selectFrom('saved_filters').select('id').where('person_id', 'in', people).execute(),
    db.selectFrom('roles').select('id').where('person_id', 'in', people).where('ended_at', 'is', null).execute(),
    db
      .selectFrom('places')
      .select('id')
      .where('id', 'in', [here.home, here.place, elsewhere.home, elsewhere.place])
      .where('ended_at', 'is', null)
      .execute(),
    db.selectFrom('invitations').select('id').where('id', '=', elsewhere.card).where('revoked_at', 'is', null).execute(),
  ]);
  return {
    sessions: sessions.length,
    tokens: tokens.length,
    filters: filters.length,
    roles: roles.length,
    places: places.length,
    cards: cards.length,
  };
}
