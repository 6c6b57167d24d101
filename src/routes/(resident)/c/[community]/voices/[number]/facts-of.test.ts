import { expect, it } from 'vitest';
import { inGroups } from './facts-of.ts';

it('puts numbers into groups that can be read aloud', () => {
  expect(inGroups('2026-000412')).toBe('2026 000 412');
  expect(inGroups('2026-1000412')).toBe('2026 100 041 2');
  expect(inGroups('12345678', ', ')).toBe('1234, 5678');
});
