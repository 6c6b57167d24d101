import { expect, test } from 'vitest';
import { findColumns } from './find-columns.ts';

const titles = { day: ['日期', 'Day', 'Date'], name: ['名称', 'Name'] };

test('columns are found in any order, in either language, whatever the case and remarks', () => {
  expect(findColumns(['NAME ', 'Remarks', '日 期（必填）'], titles)).toEqual({ at: { name: 0, day: 2 }, twice: [], ignored: ['Remarks'] });
});

test('two columns for one thing are told, and empty titles are no titles', () => {
  expect(findColumns(['Day', '', 'date'], titles)).toEqual({ at: { day: 0 }, twice: ['day'], ignored: [] });
});
