import { expect, test } from 'vitest';
import { Invalid } from '#foundation/refusal.ts';
import { refuseTable, tableProblemsOf } from './table-problems.ts';

test('the rows of a refused table can be read again', () => {
  const refusal = refuseTable([{ line: 7, column: 'building', code: 'places.building-missing' }]);
  expect(tableProblemsOf(refusal)).toMatchObject([{ line: 7, column: 'building', code: 'places.building-missing' }]);
  expect(tableProblemsOf(new Invalid([{ field: 'file', code: 'table.empty' }]))).toBeNull();
  expect(tableProblemsOf(new Error('else'))).toBeNull();
});
