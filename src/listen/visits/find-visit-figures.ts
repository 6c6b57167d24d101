import { sql } from 'kysely';
import { shanghaiYear, startOfShanghaiDay } from '#foundation/calendar/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { inReach, worksOnVisits } from './visit-access.ts';

/** Of this year, within the viewer's reach. A refusal is a result and counted as one (H2). `late`: written after 24 hours. */
export type VisitFigures = { done: number; nobodyHome: number; refused: number; late: number };

/** Throws Forbidden for whoever doesn't visit. */
export async function findVisitFigures(viewer: Viewer, communityId: number): Promise<VisitFigures> {
  if (!worksOnVisits(viewer, communityId)) throw new Forbidden();
  const since = startOfShanghaiDay(`${shanghaiYear(await databaseTime())}-01-01`);
  const { rows } = await sql<VisitFigures>`
    select count(*) filter (where result = 'done')::integer as done,
      count(*) filter (where result = 'nobody_home')::integer as "nobodyHome",
      count(*) filter (where result = 'refused')::integer as refused,
      count(*) filter (where recorded_at > at + interval '24 hours')::integer as late
    from visits where community_id = ${communityId} and at >= ${since} and result is not null
      and ${inReach(viewer, communityId, 'visits.household_id')}`.execute(database());
  return rows[0] ?? { done: 0, nobodyHome: 0, refused: 0, late: 0 };
}
