import { expect, test } from 'vitest';
import { useDatabase } from '#tests/database.ts';
import { makePerson, makeWorld } from '#tests/world.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { readTable, tableProblemsOf, writeCsv, type Table } from '#foundation/spreadsheets/index.ts';
import { changeCalendarDay, changeCalendarDayInput } from './change-calendar-day.ts';
import { findCalendar } from './find-calendar.ts';
import { importCalendar } from './import-calendar.ts';
import { removeCalendarDay } from './remove-calendar-day.ts';

useDatabase();
const asAdministrator = async () => makePerson(await makeWorld(), 'administrator');
const dayOf = async (day: string) => (await findCalendar(Number(day.slice(0, 4)))).days.find((each) => each.day === day);

test('a change counts at once and can be taken back', async () => {
  const administrator = await asAdministrator();
  expect((await currentCalendar()).isWorkingDay('2026-03-04')).toBe(true);
  await changeCalendarDay(administrator, { day: '2026-03-04', kind: 'holiday', name: '社区日', nameEn: 'Community day' });
  expect((await currentCalendar()).isWorkingDay('2026-03-04')).toBe(false);
  expect(await dayOf('2026-03-04')).toEqual({
    day: '2026-03-04',
    kind: 'holiday',
    name: { zh: '社区日', en: 'Community day' },
    changed: true,
    shipped: null,
  });
  await changeCalendarDay(administrator, { day: '2026-10-01', kind: 'workday', name: '国庆节' });
  expect(await dayOf('2026-10-01')).toMatchObject({ kind: 'workday', changed: true, shipped: { kind: 'holiday' } });
  await removeCalendarDay(administrator, { day: '2026-10-01' });
  await removeCalendarDay(administrator, { day: '2026-03-04' });
  expect((await currentCalendar()).isWorkingDay('2026-03-04')).toBe(true);
  expect(await dayOf('2026-10-01')).toMatchObject({ kind: 'holiday', changed: false });
  await expect(removeCalendarDay(administrator, { day: '2026-03-04' })).rejects.toThrow(Missing);
  const log = await database().selectFrom('security_events').select('name').where('actor_id', '=', administrator.personId).execute();
  expect(log.map((row) => row.name).toSorted()).toEqual(['calendar.changed', 'calendar.changed', 'calendar.removed', 'calendar.removed']);
});

test('only administrators change it', async () => {
  const { secretary } = await makeWorld();
  const table: Table = { header: ['day', 'kind', 'name'], rows: [] };
  await expect(changeCalendarDay(secretary, { day: '2026-03-04', kind: 'holiday', name: 'x' })).rejects.toThrow(Forbidden);
  await expect(removeCalendarDay(secretary, { day: '2026-03-04' })).rejects.toThrow(Forbidden);
  await expect(importCalendar(secretary, table)).rejects.toThrow(Forbidden);
});

test.each(['2026-02-30', '1999-01-01', '2026/01/01'])('%s is no day for the calendar', (day) => {
  expect(changeCalendarDayInput.safeParse({ day, kind: 'holiday', name: 'x' }).error?.issues[0]?.message).toBe('calendar.day-invalid');
});

test('the notice of a year is imported as Excel writes it, and the second time nothing is new', async () => {
  const administrator = await asAdministrator();
  expect(await findCalendar(2027)).toMatchObject({ provisional: true, known: true });
  const provisional = (await findCalendar(2027)).days;
  const lines = provisional.map((day) => [day.name.zh, '休', day.day.replaceAll('-', '/').replaceAll('/0', '/')]);
  const table = await readTable(writeCsv(['名称', '类型', '日期'], [...lines, ['春节', '班', '2027/2/14']]), 'notice.csv');
  expect(await importCalendar(administrator, table)).toEqual({ changed: lines.length + 1, existing: 0, years: [2027] });
  expect(await findCalendar(2027)).toMatchObject({ provisional: false });
  expect((await currentCalendar()).isWorkingDay('2027-02-14')).toBe(true);
  expect(await importCalendar(administrator, table)).toEqual({ changed: 0, existing: lines.length + 1, years: [2027] });
  expect(await dayOf('2027-02-14')).toMatchObject({ name: { zh: '春节', en: 'Spring Festival' } });
});

test('one bad row and nothing is imported', async () => {
  const administrator = await asAdministrator();
  const csv = writeCsv(
    ['Date', 'Type', 'Holiday'],
    [
      ['2030-01-01', 'day off', 'New Year'],
      ['2030-02-31', 'off', 'Nothing'],
      ['2030-01-02', 'maybe', ''],
    ],
  );
  const error = await importCalendar(administrator, await readTable(csv, 'notice.csv')).catch((each: unknown) => each);
  expect(tableProblemsOf(error)?.map(({ line, column, code }) => [line, column, code])).toEqual([
    [3, 'day', 'calendar.day-invalid'],
    [4, 'kind', 'calendar.kind-unknown'],
    [4, 'name', 'calendar.name-missing'],
  ]);
  expect(await findCalendar(2030)).toEqual({ year: 2030, days: [], provisional: false, known: false });
  const headless = await importCalendar(administrator, { header: ['Date'], rows: [{ line: 2, cells: ['2030-01-01'] }] }).catch(
    (each: unknown) => each,
  );
  expect(tableProblemsOf(headless)?.map((problem) => problem.column)).toEqual(['kind', 'name']);
});
