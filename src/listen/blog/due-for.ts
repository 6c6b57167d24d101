import { addWorkingDays } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { Act } from '#foundation/server/perform.ts';
import { blogDays } from './comment.ts';

/** By when somebody looks, or decides an appeal: so many working days from now. */
export async function dueFor({ trx, now }: Act, what: keyof typeof blogDays): Promise<Date> {
  return addWorkingDays(await currentCalendar(trx), now, blogDays[what]);
}
