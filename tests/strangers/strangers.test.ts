import { beforeAll, describe, expect, it } from 'vitest';
import { plainHeaders } from '#foundation/plain-headers.ts';
import { doors, everydayDoors, mayReadComplaint } from './doors.ts';
import { faultsOf } from './faults.ts';
import { prepareGround, secret, spareCookies, staffCookies, type Ground } from './ground.ts';
import { knock, outcomeOf, type Answer, type Fields } from './knock.ts';
import { postsOn, type Posts } from './posts.ts';
import { findRoutes } from './routes.ts';
import type { Door, Row } from './rows.ts';
import { community, visitors, type Visitor } from './visitors.ts';

// Every door of the house and everybody who could stand before it: who has no business there stays outside.

let ground: Ground;
let posts: Posts;
const routes = findRoutes();
/** After these whoever posted is signed out, or signed in under another token. */
const ending = [
  '/staff/account sessions',
  '/staff/account replace',
  '/staff/sign-out default',
  '/staff/step-up default',
  '/c/[community]/sign-out default',
];
/** Ten passwords are hashed at every visit: of those who may, one is enough. */
const slow = ['/staff/account recovery'];

beforeAll(async () => {
  ground = await prepareGround();
  posts = postsOn(ground);
});

describe('the table', () => {
  it('has a row for every door, and no row without one', () => {
    const asked = routes.map(({ id, actions }) => `${id} ${actions.toSorted().join(' ')}`);
    const listed = Object.entries(doors).map(([id, { actions = {} }]) => `${id} ${Object.keys(actions).toSorted().join(' ')}`);
    expect(listed.toSorted()).toEqual(asked.toSorted());
    const ofVoices = routes.filter(({ id }) => id.includes('/voices/[number]')).map(({ id }) => id);
    expect(Object.keys(everydayDoors).toSorted()).toEqual(ofVoices.toSorted());
  });

  it('is tried with words that those who may do read', async () => {
    for (const visitor of mayReadComplaint) {
      const page = addressOf(`${visitor === 'speaker' ? '' : '/staff'}/c/[community]/voices/[number]`, 'complaint');
      expect((await look(page, visitor)).text, visitor).toContain(secret.words);
    }
    expect((await look(`/staff/c/${community}/voices?tab=all&search=quince`, 'secretary')).text).toContain(secret.words);
  });
});

it.each([...cellsOf(doors, 'complaint'), ...cellsOf(everydayDoors, 'everyday')])('$name', async (cell) => {
  const { id, action, row, about, name } = cell;
  if (action === 'load') return read(cell);
  const path = formAt(id, about, action);
  const cookies = ending.includes(name) ? await spareCookies() : ground.cookies;
  // All verbs at the wall; of an everyday matter one tells who is let in.
  const forms = fieldsAt(id, action).filter(({ verb }) => about === 'complaint' || verb === undefined || verb === 'note');
  for (const form of forms) {
    const found = await met(row, (visitor) => look(path, visitor, form, cookies), slow.includes(name));
    expect(found, JSON.stringify(form)).toEqual(expected(row));
  }
  if (name === '/staff/account sessions') Object.assign(ground.cookies, await staffCookies());
});

it('a file carries the headers of every answer, too', async () => {
  const { headers } = await knock('/seal.svg');
  expect(Object.fromEntries(headers)).toMatchObject(plainHeaders);
});

describe('a form of another site', () => {
  const forms = routes.flatMap(({ id, actions }) => actions.map((action) => ({ id, action })));
  it.each(forms)('is refused at $id $action', async ({ id, action }) => {
    const [form] = fieldsAt(id, action);
    const path = formAt(id, 'complaint', action);
    const strange = [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': null },
      { origin: null, 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': null },
      { origin: null, 'sec-fetch-site': null },
    ];
    for (const headers of strange) {
      const answer = await knock(path, { cookie: ground.cookies.secretary, form: form ?? {}, headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(faultsOf(answer, false)).toEqual([]);
      expect(answer.cookies).toEqual([]);
    }
  });
});

type Subject = 'complaint' | 'everyday';
type Cell = { id: string; action: string; row: Row; about: Subject; name: string };

function cellsOf(table: Record<string, Door>, about: Subject): Cell[] {
  return Object.entries(table).flatMap(([id, { load, actions = {} }]) =>
    Object.entries({ ...(load && { load }), ...actions }).map(([action, row]) => {
      const name = `${id} ${action}${about === 'everyday' ? ' of an everyday matter' : ''}`;
      return { id, action, row, about, name };
    }),
  );
}

async function read({ id, row, about }: Cell): Promise<void> {
  const path = addressOf(id, about);
  expect(await met(row, (visitor) => look(path, visitor))).toEqual(expected(row));
  // What the browser fetches when a signed-in page leads on to the next one.
  if (id.startsWith('/staff/c/[community]/voices')) await Promise.all(visitors.map((visitor) => look(`${path}/__data.json`, visitor)));
  if (id === '/staff/c/[community]/voices') await Promise.all(visitors.map((visitor) => look(`${path}?tab=all&search=quince`, visitor)));
}

/**
 * What everybody meets. Strangers come first; then, one after the other, those who may: a rule that refuses them the
 * deed, or one of them having done it already, is said to those only who were let in. `once`: the first of them is enough.
 */
async function met(row: Row, visit: (visitor: Visitor) => Promise<Answer>, once = false): Promise<Record<string, unknown>> {
  const strangers = visitors.filter((visitor) => row(visitor) !== 'open');
  const found = new Map<Visitor, unknown>(
    await Promise.all(strangers.map(async (visitor) => [visitor, outcomeOf(await visit(visitor))] as const)),
  );
  const welcome = visitors.filter((visitor) => row(visitor) === 'open');
  for (const [at, visitor] of welcome.entries()) {
    const outcome = at > 0 && once ? 'open' : outcomeOf(await visit(visitor));
    const letIn = outcome === 'refused' || outcome === 'incomplete' || (at > 0 && outcome === 'missing');
    found.set(visitor, letIn ? 'open' : outcome);
  }
  return Object.fromEntries(visitors.map((visitor) => [visitor, found.get(visitor)]));
}

function expected(row: Row): Record<string, unknown> {
  return Object.fromEntries(visitors.map((visitor) => [visitor, row(visitor)]));
}

/** One visit, with what every answer owes whoever gets it. */
async function look(path: string, visitor: Visitor, form?: Fields, cookies = ground.cookies): Promise<Answer> {
  const cookie = cookies[visitor];
  const answer = await knock(path, { cookie, ...(form && { form }) });
  expect(faultsOf(answer, cookie !== undefined), visitor).toEqual([]);
  if (!mayReadComplaint.includes(visitor)) {
    for (const words of Object.values(secret)) expect(answer.text.includes(words), `${visitor} reads "${words}" at ${path}`).toBe(false);
  }
  return answer;
}

function fieldsAt(id: string, action: string): Fields[] {
  const make = posts[id]?.[action];
  if (!make) throw new Error(`nothing to post at ${id} ${action}`);
  return make();
}

function formAt(id: string, about: Subject, action: string): string {
  return addressOf(id, about) + (action === 'default' ? '' : `?/${action}`);
}

function addressOf(id: string, about: Subject): string {
  const { ids } = ground;
  const part: Record<string, string> = {
    '[...path]': 'v1',
    '[community]': community,
    '[number]': ground[about].number,
    '[photo]': ground[about].photo,
    '[size]': 'full',
    '[person]': ids.newcomer,
    '[street]': ids.street,
    '[district]': ids.district,
    '[format]': 'csv',
  };
  return id.replaceAll(/\[[\w.]+\]/g, (name) => part[name] ?? name);
}
