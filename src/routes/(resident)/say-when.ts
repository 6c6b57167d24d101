import { shanghaiDay, startOfShanghaiDay } from '#foundation/calendar/shanghai-day.ts';
import { m } from '#words';
import { getLocale } from '#words/runtime';

// Dates written out in full, as on a notice: residents' pages have the room, and a promise is read by its weekday. The
// year stands there only when it is another one. (The short forms for the workbench are in say-date.ts.)

type When = Date | string;

/** "11 月 20 日", "20 November". A text is a day, YYYY-MM-DD. */
export function sayDay(when: When): string {
  const date = dateOf(when);
  const [year = '', month = '', day = ''] = shanghaiDay(date).split('-');
  const parts = { year, month: getLocale() === 'en' ? inWords('month', date) : String(Number(month)), day: String(Number(day)) };
  return year === shanghaiDay(new Date()).slice(0, 4) ? m.site_day(parts) : m.site_day_year(parts);
}

/** As it stands on letters and cards, which are kept: always with the year. */
export function sayLetterDay(when: When): string {
  const date = dateOf(when);
  const [year = '', month = '', day = ''] = shanghaiDay(date).split('-');
  return m.site_day_year({ year, month: getLocale() === 'en' ? inWords('month', date) : String(Number(month)), day: String(Number(day)) });
}

/** With the weekday, for a day that is a promise: "11 月 20 日（星期五）", "Friday, 20 November". */
export function sayPromisedDay(when: When): string {
  return m.site_day_with_weekday({ date: sayDay(when), weekday: inWords('weekday', dateOf(when)) });
}

/** "11 月 13 日 21:40", "13 November, 21:40". */
export function sayMoment(when: Date): string {
  return m.site_moment({ date: sayDay(when), time: inWords('time', when) });
}

/** "十一月", "November". */
export function sayMonth(when: When): string {
  return inWords('month', dateOf(when));
}

const shapes = {
  month: { month: 'long' },
  weekday: { weekday: 'long' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
} as const;
const made = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs more than using it a thousand times. */
function inWords(shape: keyof typeof shapes, date: Date): string {
  const locale = getLocale() === 'en' ? 'en-GB' : 'zh-CN';
  const name = `${locale} ${shape}`;
  const format = made.get(name) ?? new Intl.DateTimeFormat(locale, { ...shapes[shape], timeZone: 'Asia/Shanghai' });
  made.set(name, format);
  return format.format(date);
}

function dateOf(when: When): Date {
  return typeof when === 'string' ? startOfShanghaiDay(when) : when;
}
