import { sql } from 'kysely';
import { newId } from '#foundation/ids.ts';
import { perform, type Act, type How } from '#foundation/server/perform.ts';
import { recordEvent } from '#foundation/server/record-event.ts';
import { refuseTable, type Table } from '#foundation/spreadsheets/index.ts';
import { actingRole, actorKey, type Viewer } from '#community/people/index.ts';
import { fullNames } from './full-name.ts';
import { growPlaces } from './grow-places.ts';
import { loadPlaces, lockPlaces } from './load-places.ts';
import type { TreePlace } from './place-finder.ts';
import { readPlaceRows } from './place-rows.ts';
import type { PlaceLevel } from './place.ts';
import { refreshFullNames } from './refresh-full-names.ts';
import { keepPoints } from './set-point.ts';
import { forbidIf, whyNotManagePlaces } from './why-not-manage-places.ts';

export type ImportedPlaces = {
  /** new places by level */
  added: Record<PlaceLevel, number>;
  newRows: number;
  existingRows: number;
  /** living households of the community afterwards */
  households: number;
  /** fewer or more than a community usually has; a remark, never an obstacle */
  unusualSize: boolean;
  /** titles of columns that were not used */
  ignored: string[];
};

// 城市居民委员会组织法 (revised 2025-10-28), art. 3: usually 1,000 to 3,000 households.
const usualHouseholds = { least: 1000, most: 3000 };

/**
 * Takes over a list of buildings or households, all of it or nothing. Missing grids, estates, buildings and units are
 * made once; lines that exist are counted. Throws Invalid with a problem per line (see `tableProblemsOf`).
 */
export async function importPlaces(viewer: Viewer, communityId: number, table: Table, how?: How): Promise<ImportedPlaces> {
  return perform({ actor: actorKey(viewer), verb: 'places.import', input: [communityId, table] }, how, async (act) => {
    forbidIf(whyNotManagePlaces(viewer, communityId));
    await lockPlaces(act, communityId);
    const { rows, problems, ignored } = readPlaceRows(table);
    const known = await loadPlaces(act.trx, communityId);
    const growth = growPlaces(known, rows, () => newId(act.now));
    const all = [...problems, ...growth.problems].toSorted((a, b) => a.line - b.line);
    if (all.length > 0) throw refuseTable(all);
    const places = [...known, ...growth.added];
    if (growth.added.length > 0) {
      await insertPlaces(act, communityId, growth.added, fullNames(places), viewer.personId);
      await refreshFullNames(act, communityId);
    }
    await keepPoints(
      act,
      viewer,
      communityId,
      [...growth.points].map(([placeId, point]) => ({ placeId, ...point })),
    );
    const households = places.filter((place) => place.level === 'household').length;
    const imported = {
      added: countByLevel(growth.added),
      newRows: rows.length - growth.existing,
      existingRows: growth.existing,
      households,
      unusualSize: households < usualHouseholds.least || households > usualHouseholds.most,
      ignored,
    };
    await recordEvent(act, {
      communityId,
      name: 'places.imported',
      subjectId: newId(act.now),
      actorId: viewer.personId,
      actorRole: actingRole(viewer, communityId),
      data: { ...imported.added, existing: imported.existingRows },
    });
    return imported;
  });
}

async function insertPlaces(
  { trx, now }: Act,
  communityId: number,
  added: readonly TreePlace[],
  names: Map<string, string>,
  by: string | null,
): Promise<void> {
  const column = (of: (place: TreePlace) => string | null) => added.map(of);
  await sql`insert into places (community_id, id, parent_id, level, name, full_name, building_id, created_at, created_by)
    select ${communityId}, id, parent_id, level, name, full_name, building_id, ${now}, ${by}::uuid
    from unnest(${column((place) => place.id)}::uuid[], ${column((place) => place.parentId)}::uuid[],
      ${column((place) => place.level)}::text[], ${column((place) => place.name)}::text[],
      ${column((place) => names.get(place.id) ?? place.name)}::text[], ${column((place) => place.buildingId)}::uuid[])
      as new (id, parent_id, level, name, full_name, building_id)`.execute(trx);
}

function countByLevel(places: readonly TreePlace[]): Record<PlaceLevel, number> {
  const counts = { grid: 0, estate: 0, building: 0, unit: 0, household: 0 } satisfies Record<PlaceLevel, number>;
  for (const place of places) counts[place.level] += 1;
  return counts;
}
