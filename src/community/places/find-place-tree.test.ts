import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeWorld } from '#tests/world.ts';
import { endPlace } from './end-place.ts';
import { findBuildings } from './find-buildings.ts';
import { findHouseholds } from './find-households.ts';
import { findPlace } from './find-place.ts';
import { findPlaceTree } from './find-place-tree.ts';
import { importPlaces } from './import-places.ts';

useDatabase();

test('trees, buildings and households in natural order, without what has ended or belongs to others', async () => {
  const { communityId, secretary } = await makeWorld();
  const rows = [
    ['10号楼', '2单元', '101'],
    ['10号楼', '1单元', '102'],
    ['10号楼', '1单元', '11'],
    ['10号楼', '', '9'],
    ['2号楼', '', ''],
  ];
  await importPlaces(secretary, communityId, { header: ['楼栋', '单元', '户'], rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
  const buildings = await findBuildings(communityId);
  expect(buildings.map((each) => each.name)).toEqual(['2号楼', '10号楼']);
  const ten = buildings[1]?.id ?? '';
  const households = await findHouseholds(communityId, ten);
  expect(households.map((each) => each.fullName)).toEqual(['10号楼9', '10号楼1单元11', '10号楼1单元102', '10号楼2单元101']);
  expect(households[0]?.unit).toBeNull();
  await endPlace(secretary, communityId, { placeId: households[0]?.id ?? '' });
  expect(await findPlaceTree(communityId)).toMatchObject([
    { name: '2号楼', buildings: 1, households: 0 },
    {
      name: '10号楼',
      buildings: 1,
      households: 3,
      children: [
        { name: '1单元', households: 2 },
        { name: '2单元', households: 1 },
      ],
    },
  ]);
  expect(await findPlace(communityId, ten)).toMatchObject({
    whyNotEnd: 'places.has-children',
    chain: [{ name: '10号楼' }],
    children: [{ name: '1单元' }, { name: '2单元' }],
  });
  const elsewhere = await makeWorld();
  expect(await findHouseholds(elsewhere.communityId, ten)).toEqual([]);
  expect(await findPlace(elsewhere.communityId, ten)).toBeNull();
  expect(await findPlace(communityId, 'not an id')).toBeNull();
});
