import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import type { Session, Viewer } from '#community/people/index.ts';
import { makePerson, type World } from './world.ts';

// A few houses for tests: two buildings with two entrances of two flats each, and somebody at home in a flat.

export type House = { id: string; units: { id: string; flats: string[] }[] };

export async function makeHouses({ communityId }: Pick<World, 'communityId'>, count = 2): Promise<House[]> {
  const houses: House[] = [];
  for (let number = 1; number <= count; number += 1) {
    const id = await makePlace(communityId, 'building', `B${number}`, null, null);
    const units = [];
    for (const unit of [1, 2]) {
      const unitId = await makePlace(communityId, 'unit', `B${number}-${unit}`, id, id);
      const flats = [];
      for (const flat of [1, 2]) flats.push(await makePlace(communityId, 'household', `B${number}-${unit}-${flat}`, unitId, id));
      units.push({ id: unitId, flats });
    }
    houses.push({ id, units });
  }
  return houses;
}

async function makePlace(
  communityId: number,
  level: string,
  name: string,
  parentId: string | null,
  buildingId: string | null,
): Promise<string> {
  const id = newId();
  const building = level === 'building' ? id : buildingId;
  await database()
    .insertInto('places')
    .values({ community_id: communityId, id, parent_id: parentId, level, name, full_name: name, building_id: building })
    .execute();
  return id;
}

/** A resident at home in a flat. */
export function atHome(world: World, flat: string, name = 'Wang'): Promise<Viewer> {
  return makePerson({ ...world, placeId: flat }, 'resident', name);
}

/** A session that was proven at that moment. */
export function provenAt(now: Date): Session {
  return { id: newId(now), kind: 'staff', assurance: 'full', steppedUpAt: now };
}
