import { shanghaiDay } from '#foundation/calendar/index.ts';
import { databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { byName, type Community } from '#community/places/index.ts';
import { findComparison, type Share, type Standing } from './find-comparison.ts';
import { findHouseholdCounts } from './find-household-counts.ts';
import { findTimeliness } from './find-timeliness.ts';
import { yearBack } from './periods.ts';

/** A community as a number among others. `households` is null where nobody has listed them. */
export type Neighbourhood = Standing & {
  community: Pick<Community, 'id' | 'slug' | 'name' | 'nameEn' | 'streetName'>;
  households: number | null;
  inTime: Share;
};
export type Neighbourhoods = { at: Date; since: Date; communities: Neighbourhood[] };

/** Communities side by side by name, never by score; only for whoever supervises them (the caller has asked). */
export async function findNeighbourhoods(viewer: Viewer, communities: Community[]): Promise<Neighbourhoods> {
  const now = await databaseTime();
  const since = yearBack(shanghaiDay(now));
  const ids = communities.map((community) => community.id);
  const [standings, timeliness, households] = await Promise.all([
    findComparison(viewer, ids, { now, since }), findTimeliness(viewer, ids, since), findHouseholdCounts(ids),
  ]);
  return {
    at: now, since,
    communities: communities.toSorted(byName).flatMap((community) => {
      const standing = standings.get(community.id);
      if (!standing) return [];
      const { id, slug, name, nameEn, streetName } = community;
      return [{
        ...standing, community: { id, slug, name, nameEn, streetName },
        households: households.get(id) ?? null, inTime: timeliness.get(id) ?? { part: 0, whole: 0 },
      }];
    }),
  };
}
