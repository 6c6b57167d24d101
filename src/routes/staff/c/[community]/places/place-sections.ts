import type { PlaceLevel, PlaceNode } from '#community/places/index.ts';

// The tree as the page shows it: every grid and estate a section with its own buildings, from the top down.

export type BuildingRow = { id: string; name: string; units: string[]; households: number };
export type Section = {
  /** null: buildings that stand directly in the community */
  place: { id: string; name: string; level: PlaceLevel } | null;
  /** the grid it lies in */
  within: string | null;
  buildings: number;
  households: number;
  rows: BuildingRow[];
};
export type PlaceSums = Record<'households' | 'buildings' | 'estates' | 'grids', number>;

/** A grid that only holds estates is a section without rows of its own, so that it can be opened too. */
export function sectionsOf(tree: readonly PlaceNode[]): Section[] {
  const loose = tree.filter((node) => node.level === 'building');
  const sections = tree.flatMap((node) => (node.level === 'building' ? [] : sectionOf(node, null)));
  if (loose.length === 0) return sections;
  return [
    ...sections,
    { place: null, within: null, buildings: loose.length, households: sum(loose.map((node) => node.households)), rows: loose.map(rowOf) },
  ];
}

/** An estate lying in two grids stands in the tree twice and counts once, as in the addresses. */
export function sumsOf(tree: readonly PlaceNode[]): PlaceSums {
  const grids = tree.filter((node) => node.level === 'grid');
  const estates = [...tree, ...grids.flatMap((grid) => grid.children)].filter((node) => node.level === 'estate');
  return {
    households: sum(tree.map((node) => node.households)),
    buildings: sum(tree.map((node) => node.buildings)),
    estates: new Set(estates.map((node) => node.name)).size,
    grids: grids.length,
  };
}

function sectionOf(node: PlaceNode, within: string | null): Section[] {
  const { id, name, level, buildings, households, children } = node;
  const rows = children.filter((child) => child.level === 'building').map(rowOf);
  const below = children.filter((child) => child.level !== 'building').flatMap((child) => sectionOf(child, name));
  return [{ place: { id, name, level }, within, buildings, households, rows }, ...below];
}

function rowOf({ id, name, households, children }: PlaceNode): BuildingRow {
  return { id, name, households, units: children.map((child) => child.name) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
