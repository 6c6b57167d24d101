import { afterEach, expect, it, vi } from 'vitest';
import { overwriteGetLocale } from '#words/runtime';
import { sayDay, sayMoment, sayMonth, sayPromisedDay } from './say-when.ts';

afterEach(() => vi.useRealTimers());

it('says days in full, a promise with its weekday, the year only when it is another one', () => {
  vi.useFakeTimers({ now: new Date('2026-11-14T02:00:00Z') });
  // Late at night in UTC is the next day in the neighbourhood.
  const at = new Date('2026-11-19T16:30:00Z');
  overwriteGetLocale(() => 'zh-CN');
  expect([sayDay(at), sayPromisedDay('2026-11-20'), sayMoment(at), sayMonth(at), sayDay('2025-02-01')]).toEqual([
    '11 月 20 日',
    '11 月 20 日（星期五）',
    '11 月 20 日 00:30',
    '十一月',
    '2025 年 2 月 1 日',
  ]);
  overwriteGetLocale(() => 'en');
  expect([sayDay(at), sayPromisedDay('2026-11-20'), sayMoment(at), sayMonth(at), sayDay('2025-02-01')]).toEqual([
    '20 November',
    'Friday, 20 November',
    '20 November, 00:30',
    'November',
    '1 February 2025',
  ]);
});
