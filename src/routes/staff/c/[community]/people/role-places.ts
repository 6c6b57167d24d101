import { findPlaceTree, type PlaceNode } from '#community/places/index.ts';

/** The grids, estates, buildings and stairwells somebody can stand for; none when no role on offer needs one. */
export async function rolePlaces(communityId: number, roles: readonly string[]): Promise<{ value: string; label: string }[]> {
  if (!roles.includes('building_chief') && !roles.includes('liaison_officer')) return [];
  const flat = (nodes: PlaceNode[]): PlaceNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  return flat(await findPlaceTree(communityId)).map(({ id, fullName }) => ({ value: id, label: fullName }));
}
