import { describe, expect, it } from 'vitest';
import { overwriteGetLocale } from '#words/runtime';
import { readingIn } from './display-choice.ts';
import { daysAway, sayDay, sayDistance, sayMoment } from './say-date.ts';

overwriteGetLocale(() => readingIn() ?? 'zh-CN');
const now = new Date('2026-11-20T10:00:00+08:00');
const at = (day: string) => new Date(`${day}T18:00:00+08:00`);

describe('sayDistance', () => {
  it('counts the days on the wall in Shanghai', () => {
    expect(daysAway(new Date('2026-11-20T23:59:00+08:00'), now)).toBe(0);
    expect(daysAway(new Date('2026-11-21T00:01:00+08:00'), now)).toBe(1);
    readingIn('en', () => {
      expect(['2026-11-20', '2026-11-21', '2026-11-23', '2026-11-19', '2026-11-17'].map((day) => sayDistance(at(day), now))).toEqual([
        'today',
        'tomorrow',
        'in 3 days',
        '1 day late',
        '3 days late',
      ]);
      expect(sayDistance(new Date('2026-11-20T09:00:00+08:00'), now)).toBe('late since today');
    });
  });
});

describe('sayDay, sayMoment', () => {
  it('speak the reader’s language, with the year when it is another one', () => {
    readingIn('en', () => {
      expect(sayDay('2001-11-20')).toMatch(/Tue.*20 Nov 2001/);
      expect(sayMoment(new Date('2001-11-20T01:05:00Z'))).toMatch(/20 Nov 2001.*09:05/);
    });
    readingIn('zh-CN', () => expect(sayDay('2001-11-20')).toMatch(/2001年11月20日.*周二/));
  });
});
