import { shanghaiDay } from '#foundation/calendar/index.ts';
import { databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { byName, type Community } from '#community/places/index.ts';
import { addAccounts } from './account.ts';
import { findComparison, type Share, type Standing } from './find-comparison.ts';
import { findHouseholdCounts } from './find-household-counts.ts';
import { findTimeliness } from './find-timeliness.ts';
import { yearBack } from './periods.ts';

/**
 * What can be compared: `households`: voices received (part) per households listed (whole), null where nobody has
 * listed them; `inTime`: of the answers given since `since`.
 */
export type Comparable = Omit<Standing, 'categories'> & { households: Share | null; inTime: Share };
export type Neighbourhood = Standing & Comparable & { community: Pick<Community, 'id' | 'slug' | 'name' | 'nameEn' | 'streetName'> };
export type Neighbourhoods = { at: Date; since: Date; communities: Neighbourhood[]; together: Comparable };

/** Communities side by side by name, never by score; only for whoever supervises them (the caller has asked). */
export async function findNeighbourhoods(viewer: Viewer, communities: Community[]): Promise<Neighbourhoods> {
  const now = await databaseTime();
  const since = yearBack(shanghaiDay(now));
  const ids = communities.map((community) => community.id);
  const [standings, timeliness, households] = await Promise.all([
    findComparison(viewer, ids, { now, since }),
    findTimeliness(viewer, ids, since),
    findHouseholdCounts(ids),
  ]);
  const beside = communities.toSorted(byName).flatMap(({ id, slug, name, nameEn, streetName }): Neighbourhood[] => {
    const standing = standings.get(id);
    const listed = households.get(id);
    return standing
      ? [
          {
            ...standing,
            community: { id, slug, name, nameEn, streetName },
            inTime: timeliness.get(id) ?? { part: 0, whole: 0 },
            households: listed ? { part: standing.received, whole: listed } : null,
          },
        ]
      : [];
  });
  return { at: now, since, communities: beside, together: together(beside) };
}

/** All of them as one, so that each can be held against the whole. Only communities with a list count per household. */
function together(communities: Neighbourhood[]): Comparable {
  const share = (of: (one: Neighbourhood) => Share) =>
    communities.map(of).reduce((sum, { part, whole }) => ({ part: sum.part + part, whole: sum.whole + whole }), { part: 0, whole: 0 });
  const households = share((one) => one.households ?? { part: 0, whole: 0 });
  return {
    account: addAccounts(communities.map((one) => one.account)),
    overdue: communities.reduce((sum, one) => sum + one.overdue, 0),
    received: communities.reduce((sum, one) => sum + one.received, 0),
    answered: share((one) => one.answered),
    confirmed: share((one) => one.confirmed),
    reopened: share((one) => one.reopened),
    inTime: share((one) => one.inTime),
    households: households.whole > 0 ? households : null,
  };
}
