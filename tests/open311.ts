import { randomUUID } from 'node:crypto';
import { open311 } from '#open311/app.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { issueProgramKey } from '#community/people/index.ts';
import { freshSession } from './account.ts';
import { makePerson, makeWorld, type World } from './world.ts';

// Another house's program at the Open311 door, in process, as over the network.

export type Told = { status: number; headers: Headers; text: string };
type Said = { form?: Record<string, string> | [string, string][]; headers?: Record<string, string>; address?: string };

/** `path` without /open311/v2, with its query. */
export async function tell(method: string, path: string, said: Said = {}): Promise<Told> {
  const headers = {
    'accept-language': 'en',
    ...(said.form && { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }),
    ...said.headers,
  };
  const body = said.form ? new URLSearchParams(said.form).toString() : null;
  const response = await open311.request(`/open311/v2${path}`, { method, headers, body }, { address: said.address ?? randomUUID() });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

export type Town = World & { key: string };

/** A community with a key, whose facilities ask for more than words. */
export async function makeTown(words: 'at_once' | 'after_clearing' = 'at_once'): Promise<Town> {
  const world = await makeWorld();
  const administrator = await makePerson(world, 'administrator');
  const { key } = await issueProgramKey(administrator, freshSession(), world.communityId, { name: 'Street app' });
  const db = database();
  await db.updateTable('communities').set({ open311_words: words }).where('id', '=', world.communityId).execute();
  const asked = { community_id: world.communityId, category: 'facilities', required: false };
  const choices = JSON.stringify([
    { key: 'a', zh: '甲', en: 'First' },
    { key: 'b', zh: '乙', en: 'Second' },
  ]);
  const rows = [
    { ...asked, code: 'spot', datatype: 'singlevaluelist', required: true, choices },
    { ...asked, code: 'marks', datatype: 'multivaluelist', choices },
    { ...asked, code: 'height', datatype: 'number' },
    { ...asked, code: 'seen_at', datatype: 'datetime' },
    { ...asked, code: 'plate', datatype: 'string' },
    { ...asked, code: 'read_this', datatype: 'text', variable: false },
  ];
  await db
    .insertInto('service_attributes')
    .values(rows.map((row, at) => ({ ...row, sort: at + 1, question_zh: '哪里？', question_en: 'Where?' })))
    .execute();
  return { ...world, key };
}

/** Posts a request and gives its number; `more` replaces or adds fields. */
export async function post({ slug, key }: Town, more: Record<string, string> = {}): Promise<string> {
  const form = { jurisdiction_id: slug, api_key: key, service_code: 'water', description: 'A leak', address_string: 'Gate', ...more };
  const told = await tell('POST', '/requests.json', { form });
  const [request] = JSON.parse(told.text);
  if (told.status !== 200) throw new Error(told.text);
  return String(request.service_request_id);
}

/** A building with one flat. */
export async function makeHouse(communityId: number): Promise<{ building: string; flat: string }> {
  const [building, flat] = [newId(), newId()];
  const rows = [
    { id: building, level: 'building', name: 'B3', full_name: 'Building 3', building_id: null },
    { id: flat, level: 'household', name: '402', full_name: 'Building 3, flat 402', parent_id: building, building_id: building },
  ];
  await database()
    .insertInto('places')
    .values(rows.map((row) => ({ community_id: communityId, ...row })))
    .execute();
  return { building, flat };
}

/** The numbers in a list told as JSON. */
export function numbersIn({ text }: Told): string[] {
  const list: { service_request_id: string }[] = JSON.parse(text);
  return list.map(({ service_request_id: number }) => number);
}
