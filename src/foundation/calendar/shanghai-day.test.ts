import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOfShanghaiDay, isDay, shanghaiDay, shanghaiYear, shiftDay, startOfShanghaiDay, weekdayOf } from './shanghai-day.ts';

const instants = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

test.each([
  ['2026-03-01T15:59:59.999Z', '2026-03-01'],
  ['2026-03-01T16:00:00.000Z', '2026-03-02'],
  ['2026-03-01T23:59:00+08:00', '2026-03-01'],
  ['2026-03-02T00:00:00+08:00', '2026-03-02'],
  ['2028-02-28T16:00:00Z', '2028-02-29'],
])('%s is %s in Shanghai', (at, day) => {
  expect(shanghaiDay(new Date(at))).toBe(day);
});

test('the year turns at midnight in Shanghai, not in Greenwich', () => {
  expect(shanghaiYear(new Date('2026-12-31T23:59:59.999+08:00'))).toBe(2026);
  expect(shanghaiYear(new Date('2027-01-01T00:00:00+08:00'))).toBe(2027);
});

test('a day begins and ends in Shanghai, given as a day or as an instant of it', () => {
  expect(startOfShanghaiDay('2026-03-02').toISOString()).toBe('2026-03-01T16:00:00.000Z');
  expect(endOfShanghaiDay('2026-03-02').toISOString()).toBe('2026-03-02T15:59:59.999Z');
  expect(endOfShanghaiDay(new Date('2026-03-01T16:00:00Z'))).toEqual(endOfShanghaiDay('2026-03-02'));
});

test.each(['2026-02-29', '2026-2-1', '2026-13-01', '2026-00-10', '2026-04-31', '2026-03-02T00:00', '', 'today'])(
  '"%s" is no day',
  (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => startOfShanghaiDay(text)).toThrow(RangeError);
  },
);

test('days shift over months and leap days, and know their weekday', () => {
  expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
  expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
  expect(weekdayOf('2025-09-28')).toBe(0);
});

test('every instant lies within its day, and Intl names the same day', () => {
  const intl = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' });
  fc.assert(
    fc.property(instants, (at) => {
      expect(startOfShanghaiDay(at).getTime()).toBeLessThanOrEqual(at.getTime());
      expect(endOfShanghaiDay(at).getTime()).toBeGreaterThanOrEqual(at.getTime());
      expect(shanghaiDay(at)).toBe(intl.format(at));
    }),
  );
});
