import { sql } from 'kysely';
import { lightOf, type Light } from '#foundation/calendar/index.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { queryCalls } from './load-call.ts';
import type { MissedCall } from './missed-call.ts';
import { whyNotEnd, worksOnCalls } from './why-not-call.ts';

/** A call that waits. `againAt`: when they asked to be called, if that lies ahead; `whyNotGiveUp`: a refusal code. */
export type WaitingCall = MissedCall & { againAt: Date | null; light: Light; whyNotGiveUp: string | null };

/** The missed calls nobody has dealt with yet, the most pressing first, at most 200. Empty for whoever doesn't answer them. */
export async function findMissedCalls(viewer: Viewer, communityId: number): Promise<WaitingCall[]> {
  if (!worksOnCalls(viewer, communityId)) return [];
  const [now, calendar] = [await databaseTime(), await currentCalendar()];
  const rows = await queryCalls(database(), communityId)
    .select(
      sql<Date | null>`(select max(t.again_at) from call_tries t where t.community_id = missed_calls.community_id
        and t.call_id = missed_calls.id and t.again_at > ${now})`.as('againAt'),
    )
    .where('ending.call_id', 'is', null)
    .orderBy('missed_calls.due_at')
    .orderBy('missed_calls.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...row,
    light: lightOf(calendar, row.dueAt, now),
    whyNotGiveUp: whyNotEnd(row, viewer, row.callerId ? 'not_reached' : 'no_number'),
  }));
}
