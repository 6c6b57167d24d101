import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaDays } from './china-days.ts';
import { parseHolidayRows } from './holiday-rows.ts';

test('rows become entries, and a known festival gets its English name', () => {
  const rows = [
    { day: ' 2028-01-01 ', kind: 'holiday', name: '元旦' },
    { day: '2028-01-08', kind: 'workday', name: '社区日' },
  ];
  expect(parseHolidayRows(rows)).toEqual({
    entries: [
      { day: '2028-01-01', kind: 'holiday', name: { zh: '元旦', en: 'New Year’s Day' } },
      { day: '2028-01-08', kind: 'workday', name: { zh: '社区日', en: '社区日' } },
    ],
    problems: [],
  });
});

test('each row tells its own problems, and the good rows remain', () => {
  const rows = [
    { day: '2028-02-30', kind: 'holiday', name: '春节' },
    { day: '2028-01-26', kind: 'holiday', name: '春节' },
    { day: '2028-01-26', kind: 'workday', name: '春节' },
    { day: '2028/01/27', kind: 'Feiertag', name: '  ' },
    { day: 46_000, kind: null },
  ];
  const { entries, problems } = parseHolidayRows(rows);
  expect(entries.map((entry) => entry.day)).toEqual(['2028-01-26']);
  expect(problems).toEqual([
    { row: 1, field: 'day', code: 'calendar.day-invalid' },
    { row: 3, field: 'day', code: 'calendar.day-twice' },
    { row: 4, field: 'day', code: 'calendar.day-invalid' },
    { row: 4, field: 'kind', code: 'calendar.kind-unknown' },
    { row: 4, field: 'name', code: 'calendar.name-missing' },
    { row: 5, field: 'day', code: 'calendar.day-invalid' },
    { row: 5, field: 'kind', code: 'calendar.kind-unknown' },
    { row: 5, field: 'name', code: 'calendar.name-missing' },
  ]);
});

test('the days shipped can be written as rows and read back', () => {
  const rows = chinaDays.map(({ day, kind, name }) => ({ day, kind, name: name.zh }));
  const expected = chinaDays.map(({ day, kind, name }) => ({ day, kind, name }));
  expect(parseHolidayRows(rows)).toEqual({ entries: expected, problems: [] });
});

test('each row becomes an entry or a problem, and no day comes twice', () => {
  const cell = fc.constantFrom('2028-01-01', '2028-01-02', '2028-02-30', 'holiday', 'workday', '', null, 7);
  fc.assert(
    fc.property(fc.array(fc.record({ day: cell, kind: cell, name: cell }, { requiredKeys: [] })), (rows) => {
      const { entries, problems } = parseHolidayRows(rows);
      expect(entries.length + new Set(problems.map((problem) => problem.row)).size).toBe(rows.length);
      expect(new Set(entries.map((entry) => entry.day)).size).toBe(entries.length);
    }),
  );
});
