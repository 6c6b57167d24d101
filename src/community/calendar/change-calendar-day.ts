import { z } from 'zod';
import type { How } from '#foundation/server/perform.ts';
import { recordSecurityEvent, type Viewer } from '#community/people/index.ts';
import { performCalendar } from './perform-calendar.ts';
import { writeDays } from './write-days.ts';

const dayName = z.string({ error: 'calendar.name-missing' }).trim().min(1, 'calendar.name-missing').max(60, 'input.too-long');

/** Years far away are typing mistakes. */
export const calendarDay = z.iso
  .date('calendar.day-invalid')
  .refine((day) => day >= '2020-01-01' && day <= '2099-12-31', 'calendar.day-invalid');
export const changeCalendarDayInput = z.object({
  day: calendarDay,
  kind: z.enum(['holiday', 'workday'], 'calendar.kind-unknown'),
  name: dayName,
  nameEn: dayName.optional(),
});
export type ChangeCalendarDay = z.infer<typeof changeCalendarDayInput>;

/** Makes a day a holiday or a day worked, whatever it was before. Due dates and verdicts that exist stay as they are. */
export async function changeCalendarDay(viewer: Viewer, input: ChangeCalendarDay, how?: How): Promise<{ day: string }> {
  return performCalendar(viewer, 'calendar.change', input, how, async (act) => {
    const { day, kind, name, nameEn } = input;
    await writeDays(act, [{ day, kind, name: { zh: name, en: nameEn ?? name } }], viewer.personId);
    await recordSecurityEvent(act, { name: 'calendar.changed', actorId: viewer.personId, data: { day, kind } });
    return { day };
  });
}
