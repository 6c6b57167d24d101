import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chinaDays } from './china-days.ts';
import { endOfShanghaiDay } from './shanghai-day.ts';
import { lightOf, redWorkingDays } from './traffic-light.ts';
import { addWorkingDays, calendarFrom } from './working-days.ts';

const calendar = calendarFrom(chinaDays);
const instants = fc.date({ min: new Date('2025-01-01'), max: new Date('2027-12-31'), noInvalidDate: true });
const order = ['green', 'amber', 'red'];

test('without a date there is no light', () => {
  expect(lightOf(calendar, null, new Date())).toBe('none');
  expect(redWorkingDays(calendar, null, new Date())).toBe(0);
});

test.each([
  ['2026-03-11', '2026-03-09T23:59:59.999', 'green', 'two working days before'],
  ['2026-03-11', '2026-03-10T00:00', 'amber', 'the working day before begins'],
  ['2026-03-11', '2026-03-11T23:59:59.999', 'amber', 'the very last moment'],
  ['2026-03-11', '2026-03-12T00:00', 'red', 'the moment after'],
  ['2026-03-09', '2026-03-05T23:59', 'green', 'due on Monday, on Thursday'],
  ['2026-03-09', '2026-03-06T00:00', 'amber', 'due on Monday, from Friday'],
  ['2026-03-09', '2026-03-08T12:00', 'amber', 'and on the Sunday between'],
  ['2026-02-24', '2026-02-13T23:59', 'green', 'due after Spring Festival, the Friday before'],
  ['2026-02-24', '2026-02-14T00:00', 'amber', 'from the Saturday that is worked'],
  ['2025-10-11', '2025-10-10T09:00', 'amber', 'due on a Saturday that is worked'],
  ['2025-10-11', '2025-10-12T00:00', 'red', 'red on the Sunday after it'],
])('due %s, at %s: %s (%s)', (due, now, light) => {
  expect(lightOf(calendar, endOfShanghaiDay(due), new Date(`${now}+08:00`))).toBe(light);
});

test('a due time within a day turns red on that day, and the first red working day is the next', () => {
  const due = new Date('2026-03-11T10:00+08:00');
  expect(lightOf(calendar, due, due)).toBe('amber');
  const after = new Date('2026-03-11T10:00:00.001+08:00');
  expect([lightOf(calendar, due, after), redWorkingDays(calendar, due, after)]).toEqual(['red', 0]);
  expect(redWorkingDays(calendar, due, new Date('2026-03-12T00:00+08:00'))).toBe(1);
});

test.each([
  ['2025-09-30T23:59:59.999', 0],
  ['2025-10-08T12:00', 0],
  ['2025-10-09T00:00', 1],
  ['2025-10-10T12:00', 2],
  ['2025-10-11T00:00', 3],
  ['2025-10-12T12:00', 3],
])('due on the eve of National Day 2025; at %s red for %i working days', (now, days) => {
  expect(redWorkingDays(calendar, endOfShanghaiDay('2025-09-30'), new Date(`${now}+08:00`))).toBe(days);
});

test('the light only ever moves from green to amber to red', () => {
  fc.assert(
    fc.property(instants, fc.nat({ max: 30 }), instants, instants, (from, count, one, other) => {
      const due = addWorkingDays(calendar, from, count);
      const [first, second] = one.getTime() <= other.getTime() ? [one, other] : [other, one];
      const before = order.indexOf(lightOf(calendar, due, first));
      expect(order.indexOf(lightOf(calendar, due, second))).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('only what is red has been red for working days', () => {
  fc.assert(
    fc.property(instants, instants, (due, now) => {
      if (redWorkingDays(calendar, due, now) > 0) expect(lightOf(calendar, due, now)).toBe('red');
    }),
  );
});
