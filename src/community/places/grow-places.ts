import type { TableProblem } from '#foundation/spreadsheets/index.ts';
import { placeFinder, type PlaceFinder, type TreePlace } from './place-finder.ts';
import type { PlaceRow, RowPoint, Step } from './place-rows.ts';

/** What a list adds to a community. `existing`: lines whose place was already there; `points`: where its buildings stand. */
export type Growth = { added: TreePlace[]; existing: number; problems: TableProblem[]; points: Map<string, RowPoint> };

/**
 * Works out which places a list adds, each missing one once. Pure: nothing is written. Every line is looked up a second
 * time in the grown tree and must mean the same place, so that the same list brought in again can change nothing.
 */
export function growPlaces(places: readonly TreePlace[], rows: readonly PlaceRow[], newId: () => string): Growth {
  const finder = placeFinder(places);
  const growth: Growth = { added: [], existing: 0, problems: [], points: new Map() };
  const meant = new Map<string, PlaceRow>();
  for (const row of rows) {
    const before = growth.added.length;
    const leaf = walk(finder, row, (place) => growth.added.push(place), newId, growth.problems);
    if (!leaf) continue;
    if (row.point && leaf.buildingId) growth.points.set(leaf.buildingId, row.point);
    const first = meant.get(leaf.id);
    if (first)
      growth.problems.push({ line: row.line, column: row.last.level, code: 'places.row-twice', values: { first: String(first.line) } });
    meant.set(leaf.id, first ?? row);
    if (growth.added.length === before) growth.existing += 1;
  }
  if (growth.problems.length === 0) {
    for (const [id, row] of meant) {
      const again = walk(finder, row, null, newId, growth.problems);
      if (again && again.id !== id) growth.problems.push(ambiguous(row, row.last.level));
    }
  }
  return growth;
}

/** Follows one line from the outside in; with `grow`, what is missing is made on the way. */
function walk(
  finder: PlaceFinder,
  row: PlaceRow,
  grow: ((place: TreePlace) => void) | null,
  newId: () => string,
  problems: TableProblem[],
): TreePlace | null {
  const chain: TreePlace[] = [];
  for (const step of row.steps) {
    const under = chain.at(-1) ?? null;
    const found = finder.find(step.level, step.name, under);
    if (found === 'ambiguous') {
      problems.push(ambiguous(row, step.level));
      return null;
    }
    if (!found && !grow) return null;
    const place = found ?? newPlace(step, under, newId());
    if (!found) {
      finder.add(place);
      grow?.(place);
    }
    chain.push(place);
  }
  return chain.at(-1) ?? null;
}

function newPlace({ level, name }: Step, under: TreePlace | null, id: string): TreePlace {
  return { id, parentId: under?.id ?? null, level, name, buildingId: level === 'building' ? id : (under?.buildingId ?? null) };
}

function ambiguous(row: PlaceRow, column: string): TableProblem {
  return { line: row.line, column, code: 'places.ambiguous' };
}
