import { Missing } from '#foundation/refusal.ts';
import { currentCalendar } from '#foundation/server/current-calendar.ts';
import { database, databaseTime } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findCommunities } from '#community/places/index.ts';
import { demand, seesStreet } from './access.ts';
import { addCategories, type CategoryCount } from './add-categories.ts';
import { findEveryCategory } from './find-every-category.ts';
import { findEscalationInbox, type Escalation, type EscalationInbox } from './find-escalation-inbox.ts';
import type { Cells } from '#foundation/hide-small-cells.ts';
import { findNeighbourhoods, type Neighbourhoods } from './find-neighbourhoods.ts';

/** A street office's view: its communities as numbers, and the voices that wait for the street itself. */
export type StreetView = Neighbourhoods & {
  street: { id: number; name: string; districtName: string };
  categories: Cells<CategoryCount>;
  inbox: Omit<EscalationInbox, 'first'> & {
    first: (Escalation & { slug: string; communityName: string; communityNameEn: string | null })[];
  };
};

/**
 * Everything a street supervisor needs on one page. The communities' numbers leave out what only the street may read,
 * so that the page can lie on a table where secretaries sit; the inbox counts it. Throws Missing and Forbidden.
 */
export async function findStreetView(viewer: Viewer, streetId: number): Promise<StreetView> {
  demand(viewer.kind !== 'nobody', viewer);
  const street = await findStreet(streetId);
  if (!street) throw new Missing();
  demand(seesStreet(viewer, streetId), viewer);
  const communities = (await findCommunities()).filter((community) => community.streetId === streetId);
  const [now, calendar, categories] = [await databaseTime(), await currentCalendar(), await findEveryCategory()];
  const [numbers, inbox] = await Promise.all([
    findNeighbourhoods(viewer, communities),
    findEscalationInbox(
      viewer,
      communities.map((community) => community.id),
      { now, calendar },
    ),
  ]);
  const named = new Map(communities.map((community) => [community.id, community]));
  return {
    ...numbers,
    street,
    categories: addCategories(numbers.communities, categories),
    inbox: {
      ...inbox,
      first: inbox.first.flatMap((voice) => {
        const community = named.get(voice.communityId);
        return community ? [{ ...voice, slug: community.slug, communityName: community.name, communityNameEn: community.nameEn }] : [];
      }),
    },
  };
}

async function findStreet(streetId: number) {
  return database()
    .selectFrom('streets')
    .innerJoin('districts', 'districts.id', 'streets.district_id')
    .select(['streets.id', 'streets.name', 'districts.name as districtName'])
    .where('streets.id', '=', streetId)
    .executeTakeFirst();
}
