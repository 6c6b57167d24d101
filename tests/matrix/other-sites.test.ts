import { beforeAll, describe, expect, it } from 'vitest';
import { plainHeaders } from '#foundation/plain-headers.ts';
import { aboutsOf } from './columns.ts';
import { enterHouse } from './enter-house.ts';
import { faultsOf } from './faults.ts';
import { findDoors } from './find-doors.ts';
import { prepareGround, type Ground } from './ground.ts';
import { knock } from './knock.ts';
import { stateOf } from './state.ts';
import { prepareVisit } from './visit.ts';

// A page of another site that sends a form here in the name of whoever looks at it (trust.md S6).

enterHouse();
let ground: Ground;
/** Programs, too, come without the headers of a browser; they are known by no cookie. A mail program is one (RFC 8058). */
const forPrograms = ['POST /ledger/witness/add-checkpoint'];
const alsoForPrograms = ['POST /unsubscribe/[token]'];
/** Of a form with many deeds the first stands for all: it is turned away before the form is read. */
const forms = findDoors()
  .filter((door, at, all) => door.startsWith('POST') && formOf(all[at - 1] ?? '') !== formOf(door))
  .filter((door) => !forPrograms.includes(door));

beforeAll(async () => {
  ground = await prepareGround();
});

describe('a form of another site', () => {
  it.each(forms)('is refused at %s', async (door) => {
    const [about = 'here'] = aboutsOf(door);
    const visit = await prepareVisit({ ground, door, about, column: 'secretary', fresh: false });
    const before = await stateOf();
    for (const headers of [
      { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://elsewhere.example', 'sec-fetch-site': null },
      { origin: null, 'sec-fetch-site': 'same-site' },
      { origin: 'null', 'sec-fetch-site': null },
      ...(alsoForPrograms.includes(door) ? [] : [{ origin: null, 'sec-fetch-site': null }]),
    ]) {
      const answer = await visit({ asData: false, headers });
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(faultsOf(answer, false)).toEqual([]);
      expect(answer.cookies).toEqual([]);
    }
    expect(await stateOf()).toBe(before);
  });
});

it('a file carries the headers of every answer, too', async () => {
  const { headers } = await knock('/seal.svg');
  expect(Object.fromEntries(headers)).toMatchObject(plainHeaders);
});

function formOf(door: string): string {
  return door.split(' ', 2).join(' ');
}
