import { expect, it } from 'vitest';
import { missingNumber } from './missing-number.ts';

it('names the number that is missing between two days', () => {
  expect(missingNumber('2026-000122', '2026-000123')).toBeNull();
  expect(missingNumber('2026-000122', '2026-000125')).toBe('2026-000123');
  expect(missingNumber('2026-000122', '2026-000122')).toBe('2026-000123');
  expect(missingNumber('2026-009999', '2027-000001')).toBeNull();
  expect(missingNumber('2026-009999', '2027-000002')).toBe('2027-000001');
  expect(missingNumber(null, '2026-000007')).toBeNull();
  expect(missingNumber('2026-000007', null)).toBeNull();
});
