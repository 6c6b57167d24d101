import { z } from 'zod';
import { Missing } from '#foundation/refusal.ts';
import type { How } from '#foundation/server/perform.ts';
import { recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { calendarDay } from './change-calendar-day.ts';
import { performCalendar } from './perform-calendar.ts';

export const removeCalendarDayInput = z.object({ day: calendarDay });
export type RemoveCalendarDay = z.infer<typeof removeCalendarDayInput>;

/** Takes a change back: the day is again what Huiyin ships, or an ordinary day. Throws Missing when it wasn't changed. */
export async function removeCalendarDay(viewer: Viewer, input: RemoveCalendarDay, how?: How): Promise<{ day: string }> {
  return performCalendar(viewer, 'calendar.remove', input, how, async (act) => {
    const removed = await act.trx.deleteFrom('calendar_days').where('day', '=', input.day).returning('kind').executeTakeFirst();
    if (!removed) throw new Missing();
    await recordSecurityEvent(act, { name: 'calendar.removed', actorId: viewer.personId, data: { day: input.day, kind: removed.kind } });
    return { day: input.day };
  });
}
