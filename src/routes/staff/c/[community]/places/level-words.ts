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
