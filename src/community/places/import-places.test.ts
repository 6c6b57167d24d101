import fc from 'fast-check';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makeCommunity, makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { readTable, tableProblemsOf, type Table } from '#foundation/spreadsheets/index.ts';
import { addPlace } from './add-place.ts';
import { findPlaceTree } from './find-place-tree.ts';
import { importPlaces } from './import-places.ts';
import { placesTemplate } from './places-template.ts';

useDatabase();

const header = ['网格', '小区', '楼栋', '单元', '户'];
const table = (...rows: string[][]): Table => ({ header, rows: rows.map((cells, at) => ({ line: at + 2, cells })) });
const stored = (communityId: number) =>
  database().selectFrom('places').selectAll().where('community_id', '=', communityId).orderBy('id').execute();
const problemsOf = (error: unknown) => tableProblemsOf(error)?.map(({ line, column, code }) => [line, column, code]);

test('makes what is missing once, counts what was there, and remarks on an unusual size', async () => {
  const { communityId, secretary, worker } = await makeWorld();
  const list = table(
    ['东', '榴花里', '3号楼', '2单元', '501'],
    ['东', '榴花里', '3号楼', '2单元', '502'],
    ['东', '榴花里', '10号楼', '', ''],
  );
  await expect(importPlaces(worker, communityId, list)).rejects.toThrow(Forbidden);
  expect(await importPlaces(secretary, communityId, list)).toEqual({
    added: { grid: 1, estate: 1, building: 2, unit: 1, household: 2 },
    newRows: 3,
    existingRows: 0,
    households: 2,
    unusualSize: true,
    ignored: [],
  });
  expect((await findPlaceTree(communityId))[0]).toMatchObject({
    name: '东',
    buildings: 2,
    households: 2,
    children: [{ name: '榴花里', children: [{ name: '3号楼' }, { name: '10号楼', households: 0 }] }],
  });
  const more = table(['东', '榴花里', '3号楼', '2单元', '501'], ['东', '榴花里', '3号楼', '2单元', '601']);
  expect(await importPlaces(secretary, communityId, more)).toMatchObject({
    added: { household: 1 },
    newRows: 1,
    existingRows: 1,
    households: 3,
  });
  const events = await database()
    .selectFrom('events')
    .select('data')
    .where('community_id', '=', communityId)
    .where('name', '=', 'places.imported')
    .execute();
  expect(events).toHaveLength(2);
});

test('a place is found although the list leaves out what stands around it, unless two could be meant', async () => {
  const { communityId, secretary } = await makeWorld();
  await importPlaces(
    secretary,
    communityId,
    table(['东', '甲', '1号楼', '', ''], ['西', '乙', '1号楼', '', ''], ['西', '乙', '2号楼', '', '']),
  );
  expect(await importPlaces(secretary, communityId, table(['', '', '2号楼', '', '']))).toMatchObject({ newRows: 0, existingRows: 1 });
  const error = await importPlaces(secretary, communityId, table(['', '', '1号楼', '', '101'])).catch((each: unknown) => each);
  expect(problemsOf(error)).toEqual([[2, 'building', 'places.ambiguous']]);
});

test('a list that would mean something else the next time is not taken', async () => {
  const { communityId, secretary } = await makeWorld();
  const list = table(['东', '甲', '1号楼', '', ''], ['东', '', '1号楼', '1', '101'], ['东', '乙', '1号楼', '', '']);
  const error = await importPlaces(secretary, communityId, list).catch((each: unknown) => each);
  expect(problemsOf(error)).toEqual([[3, 'building', 'places.ambiguous']]);
  expect(await stored(communityId)).toEqual([]);
});

test('the same household twice in one list is told with the line of the first', async () => {
  const { communityId, secretary } = await makeWorld();
  const row = ['', '', '1号楼', '1', '101'];
  const error = await importPlaces(secretary, communityId, table(row, row)).catch((each: unknown) => each);
  expect(tableProblemsOf(error)).toMatchObject([{ line: 3, column: 'household', code: 'places.row-twice', values: { first: '2' } }]);
});

test('names of a second estate reach the addresses that were there', async () => {
  const { communityId, secretary } = await makeWorld();
  await importPlaces(secretary, communityId, table(['', '甲', '1号楼', '1单元', '101']));
  await importPlaces(secretary, communityId, table(['', '乙', '1号楼', '', '']));
  const names = (await stored(communityId)).map((row) => row.full_name).toSorted();
  expect(names).toEqual(['乙', '乙1号楼', '甲', '甲1号楼', '甲1号楼1单元', '甲1号楼1单元101']);
});

test.each([
  ['zh-CN', 'xlsx'],
  ['zh-CN', 'csv'],
  ['en', 'xlsx'],
  ['en', 'csv'],
] as const)('the template in %s as %s can be imported', async (locale, format) => {
  const { communityId, secretary } = await makeWorld();
  const { bytes, fileName } = await placesTemplate(locale, format);
  const imported = await importPlaces(secretary, communityId, await readTable(bytes, fileName));
  expect(imported).toMatchObject({ added: { grid: 1, estate: 1, building: 2, unit: 2, household: 2 }, newRows: 3, ignored: [] });
});

test('three thousand households are taken over in seconds', async () => {
  const { communityId, secretary } = await makeWorld();
  const rows = Array.from({ length: 3000 }, (_, at) => [
    '',
    '甲',
    `${Math.floor(at / 60)}号楼`,
    `${Math.floor(at / 20) % 3}单元`,
    String(100 + (at % 20)),
  ]);
  const began = performance.now();
  expect(await importPlaces(secretary, communityId, table(...rows))).toMatchObject({ households: 3000, unusualSize: false });
  expect(performance.now() - began).toBeLessThan(5000);
});

// Few names, so that rows meet, leave things out and contradict each other.
const cell = (...names: string[]) => fc.constantFrom('', ...names);
const rows = fc.array(fc.tuple(cell('东', '西'), cell('甲', '乙'), fc.constantFrom('1', '2'), cell('a', 'b'), cell('101', '102')), {
  minLength: 1,
  maxLength: 8,
});

test('import: the same table twice changes nothing the second time, and a refused one nothing at all', async () => {
  const { streetId, districtId } = await makeWorld();
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(rows, rows, async (before, list) => {
      const { communityId } = await makeCommunity(streetId);
      const secretary = await makePerson({ communityId, streetId, districtId }, 'community_secretary');
      await importPlaces(secretary, communityId, table(...before)).catch(() => null);
      const start = await stored(communityId);
      const first = await importPlaces(secretary, communityId, table(...list)).catch((error: unknown) => problemsOf(error));
      const after = await stored(communityId);
      if (Array.isArray(first)) {
        expect(after).toEqual(start);
        return;
      }
      taken += 1;
      expect(await importPlaces(secretary, communityId, table(...list))).toMatchObject({ newRows: 0, existingRows: list.length });
      expect(await stored(communityId)).toEqual(after);
    }),
    { numRuns: 120 },
  );
  expect(taken).toBeGreaterThan(10);
});

test('import: a table with one bad row changes nothing', async () => {
  const { communityId, secretary } = await makeWorld();
  await addPlace(secretary, communityId, { level: 'building', name: '0号楼' });
  const start = await stored(communityId);
  const good = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 20 });
  const bad = fc.constantFrom<string[][]>(['东', '甲', '', '1', '101'], ['', '', '', '', '9'], ['', '', 'x'.repeat(41), '', '']);
  await fc.assert(
    fc.asyncProperty(good, bad, fc.nat(), async (numbers, row, where) => {
      const list = numbers.map((number) => ['', '甲', `${number}号楼`, '', '101']);
      const at = where % (list.length + 1);
      const error = await importPlaces(secretary, communityId, table(...list.toSpliced(at, 0, row))).catch((each: unknown) => each);
      expect(problemsOf(error)?.map(([line]) => line)).toEqual([at + 2]);
      expect(await stored(communityId)).toEqual(start);
    }),
    { numRuns: 40 },
  );
});
