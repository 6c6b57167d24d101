import type { RoleName } from '#community/people/index.ts';
import { rooms, type Thing } from './rooms.ts';

// The columns of the matrix: everybody who could stand before a door; and what the thing behind it is to them.

export const columns = [
  'anonymous',
  'holder',
  'resident',
  'chief',
  'liaison',
  'worker',
  'secretary',
  'supervisory',
  'manager',
  'street',
  'district',
  'administrator',
] as const;
export type Column = (typeof columns)[number];

/** The role behind a column; nobody is signed in as `anonymous` or `holder`. */
export const roleOf = {
  resident: 'resident',
  chief: 'building_chief',
  liaison: 'liaison_officer',
  worker: 'community_worker',
  secretary: 'community_secretary',
  supervisory: 'supervisory_member',
  manager: 'property_manager',
  street: 'street_supervisor',
  district: 'district_supervisor',
  administrator: 'administrator',
} as const satisfies Partial<Record<Column, RoleName>>;
export type Signed = keyof typeof roleOf;

/** expectations.txt says in its head what each of them means. */
export const abouts = [
  'here',
  'own',
  'spoken',
  'written',
  'answerable',
  'other',
  'raised',
  'named',
  'walled',
  'sealed',
  'elsewhere',
  'foreign',
  'guessed',
] as const;
export type About = (typeof abouts)[number];

const ofVoices: About[] = ['spoken', 'written', 'answerable', 'other', 'raised', 'named', 'walled', 'sealed', 'elsewhere', 'guessed'];

/** Doors whose form names the thing: there the address alone doesn't tell what it can be about. */
const byForm: Partial<Record<string, About[]>> = {
  'POST /staff/account?/session': ['own', 'foreign', 'guessed'],
  'POST /staff/account?/stopReset': ['own', 'guessed'],
  'POST /staff/account?/endToken': ['own', 'foreign', 'guessed'],
  'POST /staff/c/[community]/follow-ups?/done': ofVoices.filter((about) => about !== 'spoken'),
  'POST /c/[community]/mine/data?/allow': ofVoices,
  'POST /c/[community]/mine/data?/withdraw': ofVoices,
  'POST /c/[community]/mine/data?/contact': ofVoices,
  'POST /c/[community]/mine/data?/ask': ofVoices,
  'POST /staff/c/[community]/data-requests?/ask': ofVoices,
  'POST /staff/c/[community]/data-requests?/consent': ofVoices,
  'POST /staff/c/[community]/people/cards?/revoke': ['own', 'elsewhere', 'foreign', 'guessed'],
  'POST /staff/c/[community]/places?/add': ['own', 'elsewhere', 'foreign', 'guessed'],
  'POST /staff/c/[community]/places?/rename': ['own', 'elsewhere', 'foreign', 'guessed'],
  'POST /staff/c/[community]/places?/end': ['own', 'elsewhere', 'foreign', 'guessed'],
};

/** Whether the door is about something finer than the community in its address. */
export function namesThing(door: string): boolean {
  return door in byForm || /number|person/.test(door) || thingAt(door) !== null;
}

/** The kind of thing of a room that the address names last, or that the form names. */
export function thingAt(door: string): Thing | null {
  const kinds = rooms.flatMap((room) => Object.entries(room.things ?? {}));
  const named = kinds.filter(([kind]) => door.includes(`[${kind}]`) || door.includes(`{${kind}}`));
  const last = named.toSorted(([a], [b]) => door.lastIndexOf(a) - door.lastIndexOf(b)).at(-1);
  const formed = rooms.flatMap((room) => Object.entries(room.forms ?? {})).find(([form]) => form === door);
  return last?.[1] ?? (formed ? (kinds.find(([kind]) => kind === formed[1])?.[1] ?? null) : null);
}

/** What a door can be about. A new kind of thing gets its line here. */
export function aboutsOf(door: string): readonly About[] {
  const named = byForm[door] ?? thingAt(door)?.abouts;
  if (named) return named;
  if (door.includes('[number]') || door.includes('{number}')) return ofVoices;
  if (door.includes('[person]')) return ['own', 'other', 'elsewhere', 'foreign', 'guessed'];
  if (/[[{](community|slug|street|district)[\]}]/.test(door)) return ['own', 'elsewhere', 'guessed'];
  return ['here'];
}

const writing: Column[] = ['chief', 'liaison', 'worker', 'secretary', 'supervisory', 'street'];
const answering: Column[] = ['chief', 'liaison', 'worker', 'secretary', 'manager', 'street'];

/** Whether there can be such a thing at all: nobody makes a neighbour answerable, nobody names a stranger. */
export function exists(door: string, about: About, column: Column): boolean {
  const signed = column !== 'anonymous' && column !== 'holder';
  if (about === 'spoken') return column !== 'anonymous';
  if (about === 'written') return writing.includes(column);
  if (about === 'answerable') return answering.includes(column);
  if (about === 'walled') return signed && column !== 'resident';
  if (about === 'own' && (door.includes('[person]') || door.includes('/account'))) return signed && column !== 'resident';
  return true;
}
