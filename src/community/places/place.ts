// A place in the neighbourhood, from a grid (the area one worker walks) down to a household behind its door.

export const placeLevels = ['grid', 'estate', 'building', 'unit', 'household'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

/** What the tree needs to know of a living place. */
export type Place = { id: string; parentId: string | null; level: PlaceLevel; name: string };

/** What a place may stand under; null is the community itself. Grids and estates are optional, buildings are not. */
const parentLevels: Record<PlaceLevel, readonly (PlaceLevel | null)[]> = {
  grid: [null],
  estate: [null, 'grid'],
  building: [null, 'grid', 'estate'],
  unit: ['building'],
  household: ['building', 'unit'],
};

/** The levels a place can be given beneath one of this level. */
export function levelsUnder(parent: PlaceLevel | null): PlaceLevel[] {
  return placeLevels.filter((level) => parentLevels[level].includes(parent));
}

export function whyNotUnder(level: PlaceLevel, parent: PlaceLevel | null): 'places.parent-not-suitable' | null {
  return parentLevels[level].includes(parent) ? null : 'places.parent-not-suitable';
}

/** A place ends when nothing living stands on it any more: end the flats, then the stairwell, then the building. */
export function whyNotEndPlace(livingChildren: number): 'places.has-children' | null {
  return livingChildren > 0 ? 'places.has-children' : null;
}
