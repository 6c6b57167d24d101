import { randomUUID } from 'node:crypto';
import type { Viewer } from '#community/people/index.ts';
import { aboutsOf, namesThing, thingAt, type About, type Column } from './columns.ts';
import { deeds, verbOf } from './deeds.ts';
import { comeIn, isSigned, type Comer, type Ground } from './ground.ts';
import { knock, type Answer, type Fields, type Knock } from './knock.ts';
import { plantPerson, type Serving } from './people.ts';
import { bodies, posts, texts } from './posts.ts';
import { plantRequest } from './requests.ts';
import { rooms } from './rooms.ts';
import { plantVoice, sharedVoice, type Planted } from './voices.ts';

// One cell of the matrix: who stands there goes to the address of the thing and does what the door is for.

/** `fresh`: the deed will be done, so it is done to a thing nobody else needs. */
export type Cell = { ground: Ground; door: string; about: About; column: Column; fresh: boolean };
/** Knocks; `asData` for what a page is made from instead of the page. */
export type Visit = (how: { asData: boolean; headers?: Knock['headers'] }) => Promise<Answer>;
/** The cell with everything in its place: who comes, and the voice or the person it is about. */
export type Scene = Cell & {
  comer: Comer | null;
  voice: Planted | null;
  person: Serving | null;
  request: string | null;
  /** Of a kind that a room knows (rooms.ts). */
  thing: string | null;
};

const guessed = { number: '2099-999999', id: randomUUID(), place: '999999', slug: 'nowhere' };
/** Behind these one is signed out, or not who one was: somebody new of the same role goes there. */
const ending = [
  'POST /c/[community]/sign-out',
  'POST /staff/sign-out',
  'POST /staff/step-up',
  'POST /staff/account?/password',
  'POST /staff/account?/sessions',
  'POST /staff/account?/replace',
  'POST /staff/c/[community]/people/[person]?/end',
  'POST /staff/c/[community]/people/[person]?/close',
];

/** Puts everything in its place; what comes back knocks. */
export async function prepareVisit(cell: Cell): Promise<Visit> {
  const scene = await setScene(cell);
  const { door, ground } = scene;
  const own = await sharedVoice(ground, 'spoken', 'holder', 'in_progress');
  const asked = door.startsWith('API') ? programShows(scene, own) : { cookie: cookieOf(scene, own) };
  const posted = await postedAt(scene);
  const address = addressOf(scene);
  const data = `${address.replace(/\/$/, '')}/__data.json`;
  return ({ asData, headers }) => knock(asData ? data : address, { ...asked, ...posted, ...(headers && { headers }) });
}

async function setScene(cell: Cell): Promise<Scene> {
  const { ground, door, about, column, fresh } = cell;
  const signed = isSigned(column);
  const standsIn = signed && ending.includes(door);
  const comer = standsIn ? await comeIn(ground.here, column) : (ground.comers.get(column) ?? null);
  const step = deeds[verbOf(door) ?? '']?.from ?? 'in_progress';
  const aboutVoice = aboutsOf(door).includes('walled') && about !== 'guessed';
  const plant = fresh && /^(POST|API post)/.test(door) ? plantVoice : sharedVoice;
  return {
    ...cell,
    comer,
    voice: aboutVoice ? await plant(ground, about, column, step) : null,
    request: /\/data-requests\/[[{]/.test(door) && about !== 'guessed' ? await plantRequest(ground, about, door) : null,
    thing: about === 'guessed' ? null : await thingOf(cell),
    person: door.includes('[person]') && about !== 'guessed' ? await personAt(cell, comer?.viewer ?? null) : null,
  };
}

const things = new Map<string, Promise<string>>();

function thingOf(cell: Cell): Promise<string | null> {
  const kind = thingAt(cell.door);
  if (!kind) return Promise.resolve(null);
  if (cell.fresh && /^(POST|API post)/.test(cell.door)) return kind.plant(cell);
  const key = `${cell.door} ${cell.about}${kind.perVisitor ? ` ${cell.column}` : ''}`;
  const thing = things.get(key) ?? kind.plant(cell);
  things.set(key, thing);
  return thing;
}

const people = new Map<string, Promise<Serving>>();

function personAt({ ground, door, about, fresh }: Cell, viewer: Viewer | null): Promise<Serving> | Serving {
  if (about === 'own') return { personId: viewer?.personId ?? '', role: viewer?.grants[0]?.id ?? '' };
  const action = /\?\/(\w+)$/.exec(door)?.[1] ?? null;
  const key = `${about} ${action}`;
  if (fresh) return plantPerson(ground, about, action);
  const person = people.get(key) ?? plantPerson(ground, about, action);
  people.set(key, person);
  return person;
}

/** Programs send no cookie and are asked for none; a resident's says nothing here. Of a code only the number it belongs to is opened. */
function programShows({ column, about, comer, voice }: Scene, own: Planted): Pick<Knock, 'headers' | 'cookie'> {
  const code = column === 'holder' ? (about === 'spoken' && voice ? voice.code : own.code) : null;
  const token = comer?.token ? { authorization: `Bearer ${comer.token}` } : {};
  const headers = { accept: 'application/json', origin: null, 'sec-fetch-site': null, ...token, ...(code && { 'x-voice-code': code }) };
  return { headers, cookie: comer && !comer.token ? comer.cookie : undefined };
}

function cookieOf({ column, about, comer, voice }: Scene, own: Planted): string | undefined {
  if (column === 'holder') return about === 'spoken' && voice ? voice.cookie : own.cookie;
  return comer?.cookie;
}

function addressOf(scene: Scene): string {
  const { ground, door, about, voice, person, request } = scene;
  const { here, elsewhere } = ground;
  const { world } = about === 'elsewhere' ? elsewhere : here;
  const unknown = about === 'guessed';
  const slug = unknown && !namesThing(door) ? guessed.slug : world.slug;
  const part: Record<string, string> = {
    '[...path]': door.includes('/open311/') ? 'v2/discovery.json' : 'v1',
    '[community]': slug,
    '{slug}': slug,
    '[number]': voice?.number ?? guessed.number,
    '{number}': voice?.number ?? guessed.number,
    '[photo]': voice?.photo ?? guessed.id,
    '[size]': 'full',
    '[person]': person?.personId ?? guessed.id,
    '[street]': unknown ? guessed.place : String(world.streetId),
    '[district]': unknown ? guessed.place : String(world.districtId),
    '[format]': 'csv',
    '[paper]': 'pdf',
    '[epoch]': '1',
    '[request]': request ?? guessed.id,
    '{id}': request ?? guessed.id,
  };
  const ofRooms = rooms.flatMap((room) => Object.keys(room.things ?? {}));
  for (const name of ofRooms) part[`[${name}]`] = part[`{${name}}`] = scene.thing ?? guessed.id;
  const [, kind, address = ''] = /^(GET|POST|API \w+) (\S+)/.exec(door) ?? [];
  const path = address.replaceAll(/\[[\w.]+\]|\{\w+\}/g, (name) => part[name] ?? name);
  return (kind?.startsWith('API') ? '/api/v1' : '') + path;
}

async function postedAt(scene: Scene): Promise<Pick<Knock, 'form' | 'json' | 'text'>> {
  const { door } = scene;
  const plain = texts[door];
  if (plain !== undefined) return { text: plain };
  if (door.startsWith('GET') || door.startsWith('API get')) return {};
  return door.startsWith('API') ? { json: await bodyAt(scene) } : { form: await saidAt(scene) };
}

async function saidAt(scene: Scene): Promise<Fields> {
  const { ground, door, about } = scene;
  const verb = verbOf(door);
  if (verb) {
    const lead = await sharedVoice(ground, 'other', 'secretary', 'assigned');
    return { ...(/^POST .* \w+$/.test(door) && { verb }), ...deeds[verb]?.says?.(ground, about, lead.number) };
  }
  return saidOf(door, posts[door] ?? rooms.find((room) => room.posts?.[door])?.posts?.[door])(scene);
}

/** What a program sends: a deed like a form, otherwise whatever JSON the address takes. */
async function bodyAt(scene: Scene): Promise<unknown> {
  const { door } = scene;
  if (verbOf(door)) return saidAt(scene);
  return saidOf(door, bodies[door] ?? rooms.find((room) => room.bodies?.[door])?.bodies?.[door])(scene);
}

function saidOf<T>(door: string, said: T | undefined): T {
  if (!said) throw new Error(`${door}: say in posts.ts, or in the file of the room, what is posted there`);
  return said;
}
