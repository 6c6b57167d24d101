import { Forbidden } from '#foundation/refusal.ts';
import { forgetCalendar } from '#foundation/server/current-calendar.ts';
import { perform, type Act, type How, type Json } from '#foundation/server/perform.ts';
import { actorKey, type Viewer } from '#community/people/index.ts';
import { whyNotChangeCalendar } from './why-not-change-calendar.ts';

/**
 * The way of every change of the calendar: administrators only, and this process counts by it at once (others within a
 * minute). It reaches only dates set afterwards: a promised date and the verdict "late" are stored with the voice when
 * they come about, so nothing promised moves and nobody becomes late, or stops being late, in hindsight.
 */
export async function performCalendar<T extends Json>(
  viewer: Viewer,
  verb: string,
  input: unknown,
  how: How | undefined,
  work: (act: Act) => Promise<T>,
): Promise<T> {
  const answer = await perform({ actor: actorKey(viewer), verb, input }, how, async (act) => {
    const why = whyNotChangeCalendar(viewer);
    if (why) throw new Forbidden(why);
    return work(act);
  });
  forgetCalendar();
  return answer;
}
