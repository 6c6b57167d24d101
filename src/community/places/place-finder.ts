import type { Place, PlaceLevel } from './place.ts';

// Finds the place a line of a list means, although lists leave things out: a building that stands in an estate is found
// without the estate being named, as long as only one can be meant.

export type TreePlace = Place & { buildingId: string | null };
export type PlaceFinder = {
  /** The place of this level and name beneath `under` (null: anywhere in the community). */
  find(level: PlaceLevel, name: string, under: TreePlace | null): TreePlace | 'ambiguous' | null;
  add(place: TreePlace): void;
};

/** A finder over the living places of one community, to which more can be added. */
export function placeFinder(places: readonly TreePlace[]): PlaceFinder {
  const byId = new Map<string, TreePlace>();
  const named = new Map<string, TreePlace[]>();
  // Flats are looked up within their building, because "101" is behind many doors.
  const key = (level: PlaceLevel, name: string, buildingId: string | null) =>
    `${level} ${level === 'unit' || level === 'household' ? buildingId : ''} ${name}`;
  const add = (place: TreePlace) => {
    byId.set(place.id, place);
    const at = key(place.level, place.name, place.buildingId);
    const same = named.get(at);
    if (same) same.push(place);
    else named.set(at, [place]);
  };
  const isUnder = (place: TreePlace, under: TreePlace | null): boolean => {
    if (under === null || place.parentId === under.id) return true;
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    return parent !== undefined && isUnder(parent, under);
  };
  places.forEach(add);
  return {
    add,
    find(level, name, under) {
      const same = named.get(key(level, name, under?.buildingId ?? null)) ?? [];
      const direct = same.find((place) => place.parentId === (under?.id ?? null));
      if (direct) return direct;
      const meant = same.filter((place) => isUnder(place, under));
      return meant.length > 1 ? 'ambiguous' : (meant[0] ?? null);
    },
  };
}
