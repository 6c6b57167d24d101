import { randomUUID } from 'node:crypto';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { planVisit, readBackVisit, recordVisit, recordVisitInput, writeNote } from '#listen/visits/index.ts';
import type { Fields } from '../knock.ts';
import type { Room, Thing } from '../rooms.ts';
import type { Cell, Scene } from '../visit.ts';

// Households and the visits to them: in the liaison officer's own building, in another one, and in another community.

const abouts: Thing['abouts'] = ['own', 'other', 'elsewhere', 'foreign', 'guessed'];
const guessed = randomUUID();
const base = '/staff/c/[community]/visits';

function sideOf({ ground, about }: Cell) {
  return about === 'elsewhere' || about === 'foreign' ? ground.elsewhere : ground.here;
}

async function plantHome(cell: Cell): Promise<string> {
  const side = sideOf(cell);
  const building = cell.about === 'other' ? side.place : side.home;
  const id = newId();
  const name = id.slice(-12);
  await database()
    .insertInto('places')
    .values({
      community_id: side.world.communityId,
      id,
      parent_id: building,
      level: 'household',
      name,
      full_name: `Home ${name}`,
      building_id: building,
    })
    .execute();
  return id;
}

async function plantVisit(cell: Cell): Promise<string> {
  const { communityId, secretary } = sideOf(cell).world;
  const householdId = await plantHome(cell);
  const officerId = secretary.personId ?? '';
  if (cell.door.endsWith('?/notice'))
    return (await planVisit(secretary, communityId, { householdId, day: shanghaiDay(new Date()), officerId })).visitId;
  const visitId = newId();
  await recordVisit(secretary, communityId, recordVisitInput.parse({ visitId, householdId, at: new Date().toISOString(), result: 'done' }));
  if (cell.door.endsWith('?/close')) await readBackVisit(secretary, { communityId, id: visitId }, { way: 'spoken' });
  return visitId;
}

/** A sealed note of the household that whoever comes may open, where they serve there at all. */
async function note(scene: Scene): Promise<Fields> {
  if (!scene.thing) return { note: guessed };
  const { communityId, secretary } = sideOf(scene).world;
  const own = ['worker', 'secretary'].includes(scene.column) || (scene.column === 'liaison' && scene.about === 'own');
  const at = scene.about === 'own' || scene.about === 'other';
  const reader = own && at ? scene.comer?.viewer.personId : secretary.personId;
  const { noteId } = await writeNote(secretary, communityId, {
    householdId: scene.thing,
    words: 'A ramp',
    consentWay: 'signed',
    readerIds: [reader ?? ''],
    months: 1,
  });
  return { note: noteId };
}

function record({ thing }: Scene): Fields {
  return { visitId: randomUUID(), householdId: thing ?? guessed, at: new Date().toISOString(), result: 'nobody_home' };
}

export const room: Room = {
  things: { household: { abouts, plant: plantHome }, visit: { abouts, plant: plantVisit } },
  forms: {
    [`POST ${base}/field/records`]: 'household',
    'API post /communities/{slug}/visits': 'household',
    'API post /communities/{slug}/visit-wishes': 'household',
  },
  posts: {
    [`POST ${base}/field/records`]: record,
    [`POST ${base}/at/[household]/record`]: record,
    [`POST ${base}/at/[household]?/plan`]: ({ comer }) => ({ day: shanghaiDay(new Date()), officerId: comer?.viewer.personId ?? guessed }),
    [`POST ${base}/at/[household]?/call`]: () => ({ reason: 'asked' }),
    [`POST ${base}/at/[household]?/wish`]: () => ({ rhythm: 'ordinary', way: 'phone' }),
    [`POST ${base}/at/[household]?/note`]: ({ comer }) => ({
      words: 'A ramp',
      consentWay: 'signed',
      readerIds: [comer?.viewer.personId ?? guessed],
      months: '1',
    }),
    [`POST ${base}/at/[household]?/open`]: note,
    [`POST ${base}/at/[household]?/over`]: note,
    [`POST ${base}/at/[household]?/withdraw`]: note,
    [`POST ${base}/[visit]?/notice`]: () => ({ way: 'phone' }),
    [`POST ${base}/[visit]?/raise`]: () => ({ words: 'The lamp is broken', kind: 'help_request', anonymous: 'yes' }),
    [`POST ${base}/[visit]?/read`]: () => ({ way: 'spoken' }),
    [`POST ${base}/[visit]?/correct`]: () => ({ correction: 'It was Tuesday' }),
    [`POST ${base}/[visit]?/close`]: () => ({}),
    [`POST ${base}/[visit]?/erase`]: () => ({}),
    'POST /c/[community]/mine/visits?/wish': () => ({ householdId: guessed, rhythm: 'none' }),
    'POST /c/[community]/mine/visits?/correct': () => ({ visit: guessed, words: 'It was Tuesday' }),
    'POST /c/[community]/mine/visits?/erase': () => ({ visit: guessed }),
    'POST /c/[community]/mine/visits?/withdraw': () => ({ note: guessed }),
  },
  bodies: {
    'API post /communities/{slug}/visits': record,
    'API post /communities/{slug}/visit-wishes': ({ thing }) => ({ householdId: thing ?? guessed, rhythm: 'ordinary', way: 'phone' }),
  },
};
