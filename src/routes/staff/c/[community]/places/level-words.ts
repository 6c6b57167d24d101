import { m } from '#words';
import type { PlaceLevel } from '#community/places/index.ts';

const words: Record<PlaceLevel, () => string> = {
  grid: m.places_level_grid,
  estate: m.places_level_estate,
  building: m.places_level_building,
  unit: m.places_level_unit,
  household: m.places_level_household,
};

export function levelWord(level: PlaceLevel): string {
  return words[level]();
}

/** From the outside in. The room has the same list, but a page in the browser must not reach it. */
export const placeLevels = ['grid', 'estate', 'building', 'unit', 'household'] as const satisfies readonly PlaceLevel[];
