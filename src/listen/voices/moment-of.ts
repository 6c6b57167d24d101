import { currentCalendar } from '#foundation/server/current-calendar.ts';
import type { Act } from '#foundation/server/perform.ts';
import type { Moment } from './why-not.ts';

/** The moment of a running command, for the rules that count working days. */
export async function momentOf(act: Act): Promise<Moment> {
  return { now: act.now, calendar: await currentCalendar(act.trx) };
}
