import type { Place } from './place.ts';

// The address as neighbours say it: building, stairwell and flat. The estate is only said where there is more than one.

/**
 * The full names of all places given, by id: they must be the living places of one community. A grid or estate is called
 * by its own name. Two grids may share one estate, which then stands in the list twice under one name and counts once.
 */
export function fullNames(places: readonly Place[]): Map<string, string> {
  const byId = new Map(places.map((place) => [place.id, place]));
  const estates = new Set(places.filter((place) => place.level === 'estate').map((place) => place.name));
  const said = (place: Place) => place.level !== 'grid' && (place.level !== 'estate' || estates.size > 1);
  return new Map(
    places.map((place) => {
      const named = place.level === 'grid' || place.level === 'estate';
      const chain = named ? [place] : chainOf(place, byId).filter(said);
      return [place.id, chain.map((each) => each.name).reduce(joinNames)];
    }),
  );
}

/** From the top down to the place itself. */
export function chainOf<P extends Place>(place: P, byId: ReadonlyMap<string, P>): P[] {
  const parent = place.parentId === null ? undefined : byId.get(place.parentId);
  return parent ? [...chainOf(parent, byId), place] : [place];
}

/** Chinese names stand side by side; Latin words need a space, and bare numbers a dash (3, 2, 501: 3-2-501). */
function joinNames(before: string, after: string): string {
  if (/\d$/.test(before) && /^\d/.test(after)) return `${before}-${after}`;
  return /[!-~]$/.test(before) && /^[!-~]/.test(after) ? `${before} ${after}` : `${before}${after}`;
}
