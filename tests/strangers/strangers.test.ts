import { beforeAll, describe, expect, it } from 'vitest';
import { doors, everydayDoors, mayReadComplaint } from './doors.ts';
import { faultsOf } from './faults.ts';
import { prepareGround, secret, staffCookies, type Ground } from './ground.ts';
import { knock, outcomeOf, type Answer, type Fields } from './knock.ts';
import { postsOn, type Posts } from './posts.ts';
import { findRoutes } from './routes.ts';
import type { Door, Row } from './rows.ts';
import { community, parts, personIdOf, residentIdOf, visitors, type Visitor } from './visitors.ts';

// Every door of the house and everybody who could stand before it: who has no business there stays outside.

let ground: Ground;
let posts: Posts;
const routes = findRoutes();
/** After these whoever posted is signed out, or signed in less surely. */
const ending = ['/staff/account sessions', '/staff/account replace', '/staff/sign-out default', '/c/[community]/sign-out default'];

beforeAll(async () => {
  ground = await prepareGround();
  posts = postsOn(ground, await personIdOf(parts.secretary), await residentIdOf());
});

describe('the table', () => {
  it('has a row for every door, and no row without one', () => {
    const asked = routes.map(({ id, actions }) => `${id} ${actions.toSorted().join(' ')}`);
    const listed = Object.entries(doors).map(([id, { actions = {} }]) => `${id} ${Object.keys(actions).toSorted().join(' ')}`);
    expect(listed.toSorted()).toEqual(asked.toSorted());
    const ofVoices = routes.filter(({ id }) => id.includes('/voices/[number]')).map(({ id }) => id);
    expect(Object.keys(everydayDoors).toSorted()).toEqual(ofVoices.toSorted());
  });
});

describe.each(cells(doors, 'complaint'))('$id', tryDoor);
describe.each(cells(everydayDoors, 'everyday'))('$id of an everyday matter', tryDoor);

describe('a form of another site', () => {
  const forms = routes.flatMap(({ id, actions }) => actions.map((action) => ({ id, action })));
  it.each(forms)('is refused at $id $action', async ({ id, action }) => {
    const [form] = fieldsAt(id, action);
    const path = `${addressOf(id, 'complaint')}?/${action}`;
    const strange = [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' }, { origin: 'https://elsewhere.example', 'sec-fetch-site': null },
      { origin: null, 'sec-fetch-site': 'same-site' }, { origin: 'null', 'sec-fetch-site': null }, { origin: null, 'sec-fetch-site': null },
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
type Cell = { id: string; door: Door; about: Subject };

function cells(table: Record<string, Door>, about: Subject): Cell[] {
  return Object.entries(table).map(([id, door]) => ({ id, door, about }));
}

function tryDoor({ id, door, about }: Cell): void {
  const { load, actions = {} } = door;
  if (load) {
    it('load', async () => {
      const path = addressOf(id, about);
      expect(await met(load, (visitor) => look(path, visitor))).toEqual(expected(load));
      // What the browser fetches when a signed-in page leads on to the next one.
      if (id.startsWith('/staff/')) await Promise.all(visitors.map((visitor) => look(`${path}/__data.json`, visitor)));
    });
  }
  it.each(Object.entries(actions))('%s', async (action, row) => {
    const path = `${addressOf(id, about)}?/${action}`;
    for (const form of fieldsAt(id, action)) {
      expect(await met(row, (visitor) => look(path, visitor, form)), JSON.stringify(form)).toEqual(expected(row));
    }
    if (ending.includes(`${id} ${action}`)) Object.assign(ground.cookies, await staffCookies());
  });
}

/**
 * What everybody meets. Strangers come first; then, one after the other, those who may. Once the first of those has done
 * the deed a rule may refuse it to the next: that counts as having been let in.
 */
async function met(row: Row, visit: (visitor: Visitor) => Promise<Answer>): Promise<Record<string, unknown>> {
  const strangers = visitors.filter((visitor) => row(visitor) !== 'open');
  const found = new Map<Visitor, unknown>(
    await Promise.all(strangers.map(async (visitor) => [visitor, outcomeOf(await visit(visitor))] as const)),
  );
  let done = false;
  for (const visitor of visitors.filter((one) => row(one) === 'open')) {
    const outcome = outcomeOf(await visit(visitor));
    found.set(visitor, done && (outcome === 'refused' || outcome === 'missing') ? 'open' : outcome);
    done = true;
  }
  return Object.fromEntries(visitors.map((visitor) => [visitor, found.get(visitor)]));
}

function expected(row: Row): Record<string, unknown> {
  return Object.fromEntries(visitors.map((visitor) => [visitor, row(visitor)]));
}

/** One visit, with what every answer owes whoever gets it. */
async function look(path: string, visitor: Visitor, form?: Fields): Promise<Answer> {
  const cookie = ground.cookies[visitor];
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

function addressOf(id: string, about: Subject): string {
  const { ids } = ground;
  const part: Record<string, string> = {
    '[...path]': 'v1', '[community]': community, '[number]': ground[about].number, '[photo]': ground[about].photo, '[size]': 'full',
    '[person]': ids.newcomer, '[street]': ids.street, '[district]': ids.district, '[format]': 'csv',
  };
  return id.replaceAll(/\[[\w.]+\]/g, (name) => part[name] ?? name);
}
