import { shanghaiDay } from '#foundation/calendar/index.ts';
import { m } from '#words';

/** A day as people say it: month and day, in Shanghai. */
export function shortDay(at: Date, locale: 'zh-CN' | 'en'): string {
  const [, month = '', day = ''] = shanghaiDay(at).split('-');
  const named = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'Asia/Shanghai' }).format(at);
  return m.notices_day({ month: locale === 'en' ? named : String(Number(month)), day: String(Number(day)) }, { locale });
}
