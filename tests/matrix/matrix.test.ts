import { beforeAll, describe, expect, inject, it } from 'vitest';
import { aboutsOf, columns, exists, type About, type Column } from './columns.ts';
import { enterHouse } from './enter-house.ts';
import { faultsOf } from './faults.ts';
import { fieldsOf } from './fields-of.ts';
import { findDoors, findPages } from './find-doors.ts';
import { prepareGround, proveAnew, signLedger, untouched, type Ground } from './ground.ts';
import { answerOf, type Answer } from './knock.ts';
import { leaksIn } from './reading.ts';
import { expectationsByDoor, type Expected } from './read-expectations.ts';
import { readFields, unlisted } from './read-fields.ts';
import { stateOf } from './state.ts';
import { prepareVisit, type Visit } from './visit.ts';

// Every door of the house, everybody who could stand before it, and everything it could be about: expectations.txt says what
// they meet. Whoever is refused changes nothing, and nobody reads what isn't theirs.

enterHouse();
let ground: Ground;
const rows = expectationsByDoor();
const listed = readFields();
const doors = findDoors();
const pages = findPages();

beforeAll(async () => {
  ground = await prepareGround();
  await signLedger(`${inject('house').data}.keys`);
});

it('expectations.txt has a row for every door, and no row without one', () => {
  expect([...rows.keys()].toSorted()).toEqual(doors);
});

// A dozen doors at a time: looking whether anything was written takes as long as knocking at one.
const dozens = inDozens(doors.filter((door) => rows.has(door)));

describe.each(dozens)('who may come in (%s)', (...dozen) => {
  let before = '';
  const refused = new Map<string, [Cell, Visit][]>();
  beforeAll(async () => {
    for (const door of dozen) refused.set(door, await prepared(cellsOf(door).filter(({ expected }) => expected !== 'allowed')));
    await proveAnew();
    before = await stateOf();
  });

  it.each(dozen)('who is refused at %s', async (door) => {
    await proveAnew();
    await knockAndCompare(refused.get(door) ?? []);
  });

  it(`whoever was refused changed nothing: ${dozen.join(', ')}`, async () => {
    expect(await stateOf(), 'somebody who was refused changed something').toBe(before);
  });

  it.each(dozen)('who is let in at %s', async (door) => {
    await proveAnew();
    await knockAndCompare(await prepared(cellsOf(door).filter(({ expected }) => expected === 'allowed')));
  });
});

it('what belongs to those who never knocked is as it was', async () => {
  expect(await untouched(ground)).toEqual({ sessions: 2, tokens: 2, filters: 2, roles: 2, places: 4, cards: 1 });
});

async function knockAndCompare(visits: [Cell, Visit][]): Promise<void> {
  const met = await knockAll(visits);
  expect(said(met)).toEqual(said(visits.map(([cell]) => ({ ...cell, answer: cell.expected, faults: [] }))));
  expect(summedUp(met)).toEqual([]);
}

function inDozens(all: string[]): string[][] {
  return Array.from({ length: Math.ceil(all.length / 12) }, (_, at) => all.slice(at * 12, at * 12 + 12));
}

type Cell = { door: string; about: About; column: Column; expected: Expected };
type Met = Cell & { answer: string; faults: string[] };

function cellsOf(door: string): Cell[] {
  const row = rows.get(door);
  return aboutsOf(door).flatMap((about) =>
    columns
      .filter((column) => exists(door, about, column))
      .map((column) => ({ door, about, column, expected: row?.meets(door, about, column) ?? '404' })),
  );
}

/** Everything somebody needs is there before anybody knocks. */
async function prepared(cells: Cell[]): Promise<[Cell, Visit][]> {
  return tenByTen(cells, async (cell) => [cell, await prepareVisit({ ...cell, ground, fresh: cell.expected === 'allowed' })]);
}

async function knockAll(visits: [Cell, Visit][]): Promise<Met[]> {
  return tenByTen(visits, async ([cell, visit]) => {
    // A browser with scripts fetches what the page is made from in its place.
    const fetched = pages.has(cell.door) && (cell.expected === 'allowed' || cell.door.includes('[number]'));
    const data = fetched ? [await visit({ asData: true })] : [];
    const answer = await visit({ asData: false });
    const faults = [answer, ...data].flatMap((one) => faultsIn(cell, one));
    return { ...cell, answer: answerOf(answer, /^(POST|API post)/.test(cell.door)), faults };
  });
}

/** What every answer owes: its headers to the visitor, secrecy to everybody else, and no field that isn't listed. */
function faultsIn({ door, column }: Cell, answer: Answer): string[] {
  const program = door.startsWith('API');
  const shown = answerOf(answer, false) === 'allowed' ? unlisted(listed, door, column, fieldsOf(answer)) : [];
  return [
    ...faultsOf(answer, column !== 'anonymous' && !program),
    ...(program && answer.cookies.length > 0 ? ['a cookie for a program'] : []),
    ...leaksIn(answer.text, { door, reader: column, rows }).map((words) => `reads "${words}"`),
    ...shown.map((field) => `${field} is not in fields.txt`),
  ];
}

/** Each fault once, with everybody who met it. */
function summedUp(met: Met[]): string[] {
  const each = met.flatMap(({ faults, about, column }) => faults.map((fault) => ({ fault, who: `${about} ${column}` })));
  return [...Map.groupBy(each, ({ fault }) => fault)].map(([fault, all]) => `${fault} (${all.map(({ who }) => who).join(', ')})`);
}

/** One line for each thing it could be about, so that a difference is read at a glance. */
function said(met: Met[]): string[] {
  const inOrder = met.toSorted((a, b) => columns.indexOf(a.column) - columns.indexOf(b.column));
  const lines = Map.groupBy(inOrder, ({ about }) => about);
  return [...lines].map(([about, each]) => `${about}: ${each.map((one) => `${one.column}=${one.answer}`).join(' ')}`).toSorted();
}

async function tenByTen<T, U>(all: T[], work: (one: T) => Promise<U>): Promise<U[]> {
  const done: U[] = [];
  for (let at = 0; at < all.length; at += 10) done.push(...(await Promise.all(all.slice(at, at + 10).map(work))));
  return done;
}
