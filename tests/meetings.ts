import { newId } from '#foundation/ids.ts';
import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { database } from '#foundation/server/database.ts';
import {
  addAgendaItem,
  addAgendaItemInput,
  issueNotice,
  makeRoll,
  makeRollInput,
  planMeeting,
  planMeetingInput,
  type MeetingRef,
} from '#discuss/meetings/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { makePerson, type World } from './world.ts';

// Meetings for tests: always at two in the afternoon, so many days from today.

const today = shanghaiDay(new Date());
export const at = (days: number, clock = '14:00'): Date => new Date(`${shiftDay(today, days)}T${clock}:00+08:00`);
export type Ref = MeetingRef & { id: string; number: string };

type More = { kind?: string; days?: number; [field: string]: unknown };

/** Planned by the secretary, with one item to decide. */
export async function aPlan(world: World, { kind = 'residents_meeting', days = 0, ...more }: More = {}): Promise<Ref> {
  const input = planMeetingInput.parse({
    kind,
    title: 'A meeting',
    placeWords: 'The hall',
    startsAt: at(days).toISOString(),
    endsAt: at(days, '16:00').toISOString(),
    ...more,
  });
  const then = { now: at(-20) };
  const planned = await planMeeting(world.secretary, world.communityId, input, then);
  const ref = { communityId: world.communityId, ...planned };
  await addAgendaItem(world.secretary, ref, addAgendaItemInput.parse({ title: 'The budget', purpose: 'decide', minutes: '30' }), then);
  return ref;
}

/** Called in time and with its roll made. */
export async function aCalled(world: World, more: More = {}, roll: Record<string, unknown> = {}): Promise<Ref> {
  const ref = await aPlan(world, more);
  await issueNotice(world.secretary, ref, {}, { now: at(-15) });
  await makeRoll(world.worker, ref, makeRollInput.parse(roll), { now: at(-15) });
  return ref;
}

/** So many households in one building, as the register of places has them. */
export async function plantHouseholds({ communityId }: World, count: number): Promise<string[]> {
  const building = newId();
  const at1 = { community_id: communityId, parent_id: null, building_id: null };
  await database()
    .insertInto('places')
    .values({ ...at1, id: building, level: 'building', name: 'B1', full_name: 'B1' })
    .execute();
  const ids = Array.from({ length: count }, () => newId());
  for (let from = 0; from < count; from += 2000) {
    await database()
      .insertInto('places')
      .values(
        ids
          .slice(from, from + 2000)
          .map((id, at2) => ({
            ...at1,
            id,
            parent_id: building,
            building_id: building,
            level: 'household',
            name: `R${from + at2}`,
            full_name: `B1 R${from + at2}`,
          })),
      )
      .execute();
  }
  return ids;
}

/** A representatives' body with so many seats (the last `empty` of them vacant) and a residents' committee. */
export async function plantRepresentatives(world: World, { seats = 10, empty = 0, committee = 2 } = {}): Promise<Viewer[]> {
  const { communityId } = world;
  const db = database();
  const now = new Date();
  const [representatives, office] = [newId(), newId()];
  await db
    .insertInto('organizations')
    .values([
      { community_id: communityId, id: representatives, kind: 'residents_representatives', name: 'Representatives', created_at: now },
      { community_id: communityId, id: office, kind: 'residents_committee', name: 'Committee', created_at: now },
    ])
    .execute();
  const people: Viewer[] = [];
  for (let seat = 0; seat < seats + committee; seat++) {
    const seatId = newId();
    if (seat < seats) {
      await db
        .insertInto('seats')
        .values({ community_id: communityId, id: seatId, organization_id: representatives, name: `Seat ${seat}`, created_at: now })
        .execute();
      if (seat >= seats - empty) continue;
    }
    const person = await makePerson(world, 'resident', `R${seat}`);
    people.push(person);
    await db
      .insertInto('memberships')
      .values({
        community_id: communityId,
        id: newId(),
        organization_id: seat < seats ? representatives : office,
        person_id: person.personId ?? '',
        seat_id: seat < seats ? seatId : null,
        way: 'elected',
        starts_on: '2024-01-01',
        entered_at: now,
        entered_by: world.secretary.personId ?? '',
      })
      .execute();
  }
  return people;
}

/** The rows of a roll that count, in the order of the roll. */
export async function entriesOf({ communityId, id }: Ref): Promise<string[]> {
  const rows = await database()
    .selectFrom('roll_entries')
    .select('id')
    .where('community_id', '=', communityId)
    .where('meeting_id', '=', id)
    .where('votes', '=', true)
    .orderBy('label')
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}
