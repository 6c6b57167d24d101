import { Forbidden } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { inReach, worksOnVisits } from './visit-access.ts';
import type { Result, VisitStage } from './visit.ts';

export type VisitRow = { id: string; address: string; at: Date; stage: VisitStage; result: Result; officer: string };

/** Visits of the viewer's reach that are written but not finished (`open`), or were finished last; at most 100. Throws Forbidden. */
export async function findVisits(viewer: Viewer, communityId: number, which: 'open' | 'closed'): Promise<VisitRow[]> {
  if (!worksOnVisits(viewer, communityId)) throw new Forbidden();
  const rows = await database()
    .selectFrom('visits')
    .innerJoin('places', (join) =>
      join.onRef('places.community_id', '=', 'visits.community_id').onRef('places.id', '=', 'visits.household_id'),
    )
    .innerJoin('people', 'people.id', 'visits.officer_id')
    .select(['visits.id', 'places.full_name as address', 'at', 'stage', 'result', 'people.name as officer'])
    .$narrowType<{ stage: VisitStage; result: Result }>()
    .where('visits.community_id', '=', communityId)
    .where('result', 'is not', null)
    .where('stage', which === 'open' ? '<>' : '=', 'closed')
    .where(inReach(viewer, communityId, 'visits.household_id'))
    .orderBy('at', which === 'open' ? 'asc' : 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, officer: row.officer ?? '' }));
}
