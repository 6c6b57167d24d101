import { beforeAll, expect, it } from 'vitest';
import { actionNouns } from '#listen/voices/action-nouns.ts';
import { apiDoors, callers, type Caller } from './api-doors.ts';
import { deedsWith } from './deeds.ts';
import { faultsOf } from './faults.ts';
import { prepareGround, secret, type Ground } from './ground.ts';
import { knock, outcomeOf } from './knock.ts';
import { community } from './visitors.ts';

// The same for programs: every endpoint of the OpenAPI document, and whoever has no business with it.

type Shown = Record<string, string>;
let ground: Ground;
let shown: Record<Exclude<Caller, 'wrongScope'> | 'onlyReads' | 'onlyCounts', Shown>;

beforeAll(async () => {
  ground = await prepareGround();
  const { worker, workerElsewhere, walled } = ground.cookies;
  const all = ['voices:read', 'voices:write', 'statistics:read'];
  shown = {
    noToken: {},
    wrongCode: { 'x-voice-code': '00000000' },
    onlyReads: await tokenOf(worker, ['voices:read']),
    onlyCounts: await tokenOf(worker, ['statistics:read']),
    workerElsewhere: await tokenOf(workerElsewhere, all),
    walled: await tokenOf(walled, all),
  };
});

it('the table has a row for every endpoint, and no row without one', async () => {
  const document: unknown = JSON.parse((await knock('/api/v1/openapi.json')).text);
  expect(Object.keys(apiDoors).toSorted()).toEqual(operationsIn(document).toSorted());
});

it.each(Object.entries(apiDoors))('%s', async (door, row) => {
  const found = await Promise.all(callers.map(async (caller) => [caller, await call(door, caller)] as const));
  expect(Object.fromEntries(found)).toEqual(row);
});

async function call(door: string, caller: Caller): Promise<unknown> {
  const [method = '', path = ''] = door.split(' ');
  const address = `/api/v1${path}`.replace('{slug}', community).replace('{number}', ground.complaint.number);
  const headers = { accept: 'application/json', origin: null, 'sec-fetch-site': null, ...shownBy(caller, door) };
  const answer = await knock(address, { headers, ...(method === 'post' && { json: bodyAt(path) }) });
  expect(faultsOf(answer, false)).toEqual([]);
  expect(answer.cookies).toEqual([]);
  for (const words of Object.values(secret)) expect(answer.text.includes(words), `${caller} reads "${words}" at ${door}`).toBe(false);
  return outcomeOf(answer);
}

function shownBy(caller: Caller, door: string): Shown {
  if (caller !== 'wrongScope') return shown[caller];
  return door.startsWith('get') && door.includes('/voices') ? shown.onlyCounts : shown.onlyReads;
}

function bodyAt(path: string): unknown {
  const noun = path.split('/').at(-1);
  const verb = Object.entries(actionNouns).find(([, one]) => one === noun)?.[0];
  if (!verb) return { words: 'A program speaks', placeWords: 'Building 3' };
  return deedsWith({ walled: ground.ids.walled, colleague: ground.ids.colleague, everyday: ground.everyday.number })[verb];
}

/** `get /me` and so on, out of the document. */
function operationsIn(document: unknown): string[] {
  const paths = Object.entries(partsOf(partsOf(document)['paths']));
  return paths.flatMap(([path, item]) => Object.keys(partsOf(item)).map((method) => `${method} ${path}`));
}

function partsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

/** A token made on the account page, as its owner would. */
async function tokenOf(cookie: string | undefined, scopes: string[]): Promise<Shown> {
  const { text } = await knock('/staff/account?/token', { cookie, form: { name: 'program', scopes, days: '1' } });
  return { authorization: `Bearer ${/huiyin_[\w-]{43}/.exec(text)?.[0] ?? ''}` };
}
