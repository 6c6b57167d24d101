import { describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { useDatabase } from '#tests/database.ts';
import { makeWorld, type World } from '#tests/world.ts';
import { database } from '#foundation/server/database.ts';
import { nobody } from '#community/people/index.ts';
import { addPlace } from './add-place.ts';
import { findMap } from './find-map.ts';
import { importPlaces } from './import-places.ts';
import { removeOutline, setOutline, setOutlineInput } from './set-outline.ts';
import { setPoint, setPointInput } from './set-point.ts';

useDatabase();

const ring = [
  [83.5, 38.9],
  [83.51, 38.9],
  [83.51, 38.91],
  [83.5, 38.9],
];
const outline = JSON.stringify({ type: 'Polygon', coordinates: [ring] });
const drawn = setOutlineInput.parse({ outline, datum: 'WGS84', way: 'drawn' });

async function building({ secretary, communityId }: World, name = '3号楼'): Promise<string> {
  return (await addPlace(secretary, communityId, { level: 'building', name })).placeId;
}

describe('setPoint', () => {
  it('puts a building on the map in WGS-84, moves it, and keeps who and when', async () => {
    const world = await makeWorld();
    const placeId = await building(world);
    const input = setPointInput.parse({ placeId, latitude: '38.905', longitude: '83.512', datum: 'WGS84' });
    await setPoint(world.secretary, world.communityId, input);
    await setPoint(world.secretary, world.communityId, { ...input, datum: 'GCJ02' });
    const { buildings } = await findMap(world.communityId);
    expect(buildings[0]?.point?.longitude).toBeCloseTo(83.5095, 2);
    expect(buildings[0]?.point?.longitude).not.toBe(83.512);
    const rows = await database().selectFrom('place_points').select(['set_by', 'datum_given']).orderBy('set_at').execute();
    expect(rows.map(({ datum_given }) => datum_given)).toEqual(['WGS84', 'GCJ02']);
    expect(rows[0]?.set_by).toBe(world.secretary.personId);
    await expect(sql`delete from place_points`.execute(database())).rejects.toThrow();
  });

  it('is for whoever keeps the places, for a building of this community, in degrees', async () => {
    const world = await makeWorld();
    const placeId = await building(world);
    const input = setPointInput.parse({ placeId, latitude: 38.9, longitude: 83.5, datum: 'WGS84' });
    for (const viewer of [nobody, world.worker]) await expect(setPoint(viewer, world.communityId, input)).rejects.toBeDefined();
    const elsewhere = await makeWorld();
    await expect(setPoint(elsewhere.secretary, elsewhere.communityId, input)).rejects.toBeDefined();
    for (const latitude of ['', 'north', '90', 'NaN', 'Infinity', null])
      expect(setPointInput.safeParse({ placeId, latitude, longitude: 1, datum: 'WGS84' }).success).toBe(false);
  });
});

describe('setOutline', () => {
  it('draws the community and its grids; the newest counts, and one can be taken off', async () => {
    const world = await makeWorld();
    const { secretary, communityId } = world;
    const grid = (await addPlace(secretary, communityId, { level: 'grid', name: '第1网格' })).placeId;
    await setOutline(secretary, communityId, drawn);
    await setOutline(secretary, communityId, { ...drawn, placeId: grid, way: 'imported' });
    expect((await findMap(communityId)).outlines).toMatchObject([
      { placeId: null, way: 'drawn', polygons: [[ring]], by: secretary.name },
      { placeId: grid, way: 'imported', name: '第1网格' },
    ]);
    await removeOutline(secretary, communityId, { placeId: grid });
    expect((await findMap(communityId)).outlines).toHaveLength(1);
    expect((await findMap((await makeWorld()).communityId)).outlines).toEqual([]);
  });

  it('refuses what is no outline, somebody else’s grid, and whoever doesn’t keep the places', async () => {
    const world = await makeWorld();
    const elsewhere = await makeWorld();
    const grid = (await addPlace(elsewhere.secretary, elsewhere.communityId, { level: 'grid', name: '1' })).placeId;
    const { secretary, communityId } = world;
    await expect(setOutline(secretary, communityId, { ...drawn, outline: '{}' })).rejects.toMatchObject({
      problems: [{ field: 'outline', code: 'map.not-geojson' }],
    });
    await expect(setOutline(secretary, communityId, { ...drawn, placeId: grid })).rejects.toMatchObject({
      problems: [{ field: 'placeId', code: 'input.not-found' }],
    });
    await expect(setOutline(world.worker, communityId, drawn)).rejects.toBeDefined();
    await expect(setOutline(elsewhere.secretary, communityId, drawn)).rejects.toBeDefined();
  });
});

describe('importPlaces', () => {
  it('takes along where the buildings stand', async () => {
    const { secretary, communityId } = await makeWorld();
    const table = {
      header: ['Building', 'Longitude', 'Latitude'],
      rows: [
        { line: 2, cells: ['3', '83.512', '38.905'] },
        { line: 3, cells: ['4', '', ''] },
      ],
    };
    await importPlaces(secretary, communityId, table);
    expect((await findMap(communityId)).buildings.map(({ point }) => point)).toEqual([{ longitude: 83.512, latitude: 38.905 }, null]);
  });
});
