import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import { m } from '#words';
import { readingIn } from './display-choice.ts';

// Days and moments as people say them, in Shanghai's time and the reader's language.

/** `11月20日周五`, `Fri 20 Nov`; with the year when it is not this one. Takes an instant or a day (YYYY-MM-DD). */
export function sayDay(of: Date | string): string {
  return write(of, { weekday: 'short' });
}

/** `11月14日 09:05`, `14 Nov, 09:05`. */
export function sayMoment(at: Date): string {
  return write(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** How many calendar days lie between today and that day: 0 today, 1 tomorrow, -1 yesterday. */
export function daysAway(of: Date, now: Date = new Date()): number {
  return Math.round((Date.parse(shanghaiDay(of)) - Date.parse(shanghaiDay(now))) / 86_400_000);
}

/** "today", "tomorrow", "in 3 days", "2 days late". */
export function sayDistance(of: Date, now: Date = new Date()): string {
  const days = daysAway(of, now);
  if (of < now) return days === 0 ? m.site_late_today() : days === -1 ? m.site_late_one_day() : m.site_late_days({ days: -days });
  return days === 0 ? m.site_due_today() : days === 1 ? m.site_due_tomorrow() : m.site_due_days({ days });
}

/** The first day that can be promised. */
export function tomorrow(now: Date = new Date()): string {
  return shiftDay(shanghaiDay(now), 1);
}

function write(of: Date | string, more: Intl.DateTimeFormatOptions): string {
  const at = typeof of === 'string' ? new Date(`${of}T12:00:00+08:00`) : of;
  const thisYear = shanghaiDay(at).slice(0, 4) === shanghaiDay(new Date()).slice(0, 4);
  const english = readingIn() === 'en';
  return new Intl.DateTimeFormat(english ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: english ? 'short' : 'long',
    day: 'numeric',
    ...(!thisYear && { year: 'numeric' }),
    ...more,
  }).format(at);
}
