import { database } from '#foundation/server/database.ts';
import { byName } from './by-name.ts';
import { loadPlaces } from './load-places.ts';
import type { PlaceLevel } from './place.ts';

/** A place with what stands beneath it; households are only counted. */
export type PlaceNode = {
  id: string;
  level: PlaceLevel;
  name: string;
  fullName: string;
  buildings: number;
  households: number;
  children: PlaceNode[];
};

/** The living places of a community from the top, without single households; neighbours in natural order. */
export async function findPlaceTree(communityId: number): Promise<PlaceNode[]> {
  const [places, households] = await Promise.all([
    loadPlaces(database(), communityId, ['grid', 'estate', 'building', 'unit']),
    countHouseholds(communityId),
  ]);
  const nodes = new Map(
    places.map(({ id, level, name, fullName }): [string, PlaceNode] => [
      id,
      { id, level, name, fullName, buildings: level === 'building' ? 1 : 0, households: households.get(id) ?? 0, children: [] },
    ]),
  );
  const top: PlaceNode[] = [];
  for (const { id, parentId } of places) {
    const node = nodes.get(id);
    const siblings = parentId === null ? top : nodes.get(parentId)?.children;
    if (node) siblings?.push(node);
  }
  top.forEach(sum);
  return top.toSorted(byName);
}

async function countHouseholds(communityId: number): Promise<Map<string | null, number>> {
  const rows = await database()
    .selectFrom('places')
    .select(['parent_id', (eb) => eb.fn.countAll<number>().as('count')])
    .where('community_id', '=', communityId)
    .where('level', '=', 'household')
    .where('ended_at', 'is', null)
    .groupBy('parent_id')
    .execute();
  return new Map(rows.map((row) => [row.parent_id, row.count]));
}

/** Adds up from below, and sorts on the way. */
function sum(node: PlaceNode): void {
  node.children.sort(byName);
  for (const child of node.children) {
    sum(child);
    node.buildings += child.buildings;
    node.households += child.households;
  }
}
