import { sql } from 'kysely';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import type { CallEnd } from './missed-call.ts';
import { worksOnCalls } from './why-not-call.ts';

/** Every call that was registered, by how it ended; `waiting` for the rest: the sum is always `registered`. */
export type CallCounts = Record<CallEnd | 'waiting', number> & { registered: number };

/** Registered = became a voice + nothing wanted + not reached + no number + waiting. Zero for whoever doesn't answer them. */
export async function countMissedCalls(viewer: Viewer, communityId: number): Promise<CallCounts> {
  const counts: CallCounts = { registered: 0, waiting: 0, voice: 0, nothing_wanted: 0, not_reached: 0, no_number: 0 };
  if (!worksOnCalls(viewer, communityId)) return counts;
  const { rows } = await sql<{ outcome: CallEnd | 'waiting'; count: number }>`
    select coalesce(e.outcome, 'waiting') as outcome, count(*)::int as count from missed_calls c
      left join missed_call_ends e on e.community_id = c.community_id and e.call_id = c.id
      where c.community_id = ${communityId} group by 1`.execute(database());
  for (const { outcome, count } of rows) {
    counts[outcome] += count;
    counts.registered += count;
  }
  return counts;
}
