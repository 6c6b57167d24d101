import { endOfShanghaiDay, isDay, startOfShanghaiDay } from '#foundation/calendar/index.ts';

// A time as hotlines write it: 2026-11-27 09:05, 2026/11/27 9:05:00, with the signs for year, month, day, hour and minute
// between, 11/27/2026 09:05:00 AM, or ISO 8601 with its zone. Without a zone it is the time on the wall here.

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const yearFirst = /^(\d{4})[-/.\u5e74](\d{1,2})[-/.\u6708](\d{1,2})\u65e5?(.*)$/;
const monthFirst = /^(\d{1,2})\/(\d{1,2})\/(\d{4})(.*)$/;
const clock = /^[T ]?(\d{1,2})[:\u65f6\u70b9](\d{1,2})(?:[:\u5206](\d{1,2}))?[\u5206\u79d2]? ?(AM|PM)?$/;

/** The instant; of a day alone its beginning or its end. Null when it can't be read. */
export function readMoment(text: string, dayAlone: 'begins' | 'ends'): Date | null {
  const plain = text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim().toUpperCase();
  if (zoned.test(plain)) return existing(new Date(plain));
  const found = yearFirst.exec(plain) ?? reordered(monthFirst.exec(plain));
  if (!found) return null;
  const [, year, month, date, rest = ''] = found;
  const day = `${year}-${two(month)}-${two(date)}`;
  if (!isDay(day)) return null;
  if (rest.trim() === '') return dayAlone === 'begins' ? startOfShanghaiDay(day) : endOfShanghaiDay(day);
  const time = readClock(rest);
  return time === null ? null : new Date(startOfShanghaiDay(day).getTime() + time);
}

/** Milliseconds since midnight; null for a clock that doesn't exist. */
function readClock(text: string): number | null {
  const [, hours, minutes, seconds = '0', half] = clock.exec(text.replace(/^ /, '')) ?? [];
  if (hours === undefined) return null;
  const [written, minute, second] = [Number(hours), Number(minutes), Number(seconds)];
  if (half && (written < 1 || written > 12)) return null;
  const hour = half ? (written % 12) + (half === 'PM' ? 12 : 0) : written;
  return hour < 24 && minute < 60 && second < 60 ? ((hour * 60 + minute) * 60 + second) * 1000 : null;
}

function reordered(found: RegExpExecArray | null): (string | undefined)[] | null {
  return found && [found[0], found[3], found[1], found[2], found[4]];
}

function two(digits: string | undefined): string {
  return (digits ?? '').padStart(2, '0');
}

function existing(at: Date): Date | null {
  return Number.isNaN(at.getTime()) ? null : at;
}
