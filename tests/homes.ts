import { newId } from '#foundation/ids.ts';
import { database } from '#foundation/server/database.ts';
import { makePerson, type World } from './world.ts';
import type { Viewer } from '#community/people/index.ts';

/** A building with so many households of its own, as planted in a test's community. */
export async function makeHomes(world: World, count: number): Promise<{ buildingId: string; homes: string[] }> {
  const at = { community_id: world.communityId };
  const buildingId = newId();
  const name = `B${buildingId.slice(-6)}`;
  await database()
    .insertInto('places')
    .values({ ...at, id: buildingId, level: 'building', name, full_name: name, building_id: buildingId })
    .execute();
  const homes = Array.from({ length: count }, () => newId());
  for (const [index, id] of homes.entries()) {
    const door = String(101 + index);
    await database()
      .insertInto('places')
      .values({ ...at, id, parent_id: buildingId, level: 'household', name: door, full_name: `${name} ${door}`, building_id: buildingId })
      .execute();
  }
  return { buildingId, homes };
}

/** A liaison officer for a place. */
export function officerOf(world: World, placeId: string, name = 'Officer'): Promise<Viewer> {
  return makePerson({ ...world, placeId }, 'liaison_officer', name);
}

/** Somebody who lives there and signs in. */
export function residentOf(world: World, placeId: string, name = 'Resident'): Promise<Viewer> {
  return makePerson({ ...world, placeId }, 'resident', name);
}
