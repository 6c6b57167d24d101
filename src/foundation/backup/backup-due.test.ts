import { expect, test } from 'vitest';
import { backupDue, backupLate, lastDueAt } from './backup-due.ts';

const at = (text: string) => new Date(`2026-11-${text}:00+08:00`);

test.each([
  ['23T02:29', '22T02:30'],
  ['23T02:30', '23T02:30'],
  ['23T23:59', '23T02:30'],
])('at %s it was due last at %s', (now, due) => {
  expect(lastDueAt(at(now))).toEqual(at(due));
});

test('due once a night, and again at once when the night was missed', () => {
  expect(backupDue(at('23T02:30'), at('22T02:34'))).toBe(true);
  expect(backupDue(at('23T03:30'), at('23T02:34'))).toBe(false);
  expect(backupDue(at('23T09:30'), at('22T02:34'))).toBe(true);
  expect(backupDue(at('23T09:30'), null)).toBe(true);
});

test('late after 36 hours, and while there is none', () => {
  expect(backupLate(at('23T14:30'), at('22T02:34'))).toBe(false);
  expect(backupLate(at('23T14:35'), at('22T02:34'))).toBe(true);
  expect(backupLate(at('23T14:35'), null)).toBe(true);
});
