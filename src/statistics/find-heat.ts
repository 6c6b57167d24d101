import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import { findMap } from '#community/places/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { openStages, visibleTo } from '#listen/voices/index.ts';
import { demand, seesBoard } from './access.ts';
import { hideSmallCells } from '#foundation/hide-small-cells.ts';

/** Fewer open voices than this are not shown on the map, nor to be worked out from the others. */
export const leastOnMap = 5;

/** A grid or a building, and how many open voices there are; `name` null: without a grid. */
export type HeatCell = { id: string; name: string | null; gridId: string | null; count: number };
/** `hidden`: how many places with open voices are not shown. */
export type Heat = { grids: HeatCell[]; buildings: HeatCell[]; hidden: number };

/**
 * Where the open voices are that the viewer may see. Of a grid that is hidden no building is shown either, and within each
 * grid as many buildings are left out as it takes that nobody can subtract. Throws Forbidden.
 */
export async function findHeat(viewer: Viewer, communityId: number): Promise<Heat> {
  demand(seesBoard(viewer, communityId), viewer);
  const [{ buildings, areas }, counts] = await Promise.all([findMap(communityId), countByBuilding(viewer, communityId)]);
  return heatOf(
    buildings.map(({ id, name, gridId }) => ({ id, name, gridId, count: counts.get(id) ?? 0 })),
    new Map(areas.map(({ id, name }) => [id, name])),
  );
}

/** Pure: which cells are shown. */
export function heatOf(buildings: readonly HeatCell[], gridNames: ReadonlyMap<string, string>): Heat {
  const byGrid = Map.groupBy(buildings, ({ gridId }) => gridId ?? '');
  const grids = [...byGrid].map(([id, inside]): HeatCell => ({
    id,
    name: gridNames.get(id) ?? null,
    gridId: id || null,
    count: inside.reduce((sum, { count }) => sum + count, 0),
  }));
  const shown = hideSmallCells(grids, leastOnMap);
  const inside = shown.shown.map(({ id }) => hideSmallCells(byGrid.get(id) ?? [], leastOnMap));
  const hiddenGrids = grids.filter((grid) => grid.count > 0 && !shown.shown.includes(grid));
  const withinHidden = hiddenGrids.flatMap(({ id }) => byGrid.get(id) ?? []).filter(({ count }) => count > 0).length;
  return {
    grids: shown.shown,
    buildings: inside.flatMap((cells) => cells.shown),
    hidden: withinHidden + inside.reduce((sum, { rest }) => sum + (rest?.cells ?? 0), 0),
  };
}

async function countByBuilding(viewer: Viewer, communityId: number): Promise<Map<string, number>> {
  const rows = await database()
    .selectFrom('voices')
    .select(['building_id', sql<number>`count(*)::int`.as('count')])
    .where(visibleTo(viewer, communityId))
    .where('stage', 'in', openStages)
    .where('building_id', 'is not', null)
    .groupBy('building_id')
    .execute();
  return new Map(rows.map((row) => [row.building_id ?? '', row.count]));
}
