import { Missing } from '#foundation/refusal.ts';
import { database } from '#foundation/server/database.ts';
import type { Viewer } from '#community/people/index.ts';
import { findCommunities } from '#community/places/index.ts';
import { demand, seesDistrict } from './access.ts';
import { addCategories, type CategoryCount } from './add-categories.ts';
import { findEveryCategory } from './find-every-category.ts';
import type { Cells } from '#foundation/hide-small-cells.ts';
import { findNeighbourhoods, type Neighbourhoods } from './find-neighbourhoods.ts';

/** A district's view: numbers that allow a fair comparison, no voice and no person. */
export type DistrictView = Neighbourhoods & { district: { id: number; name: string }; categories: Cells<CategoryCount> };

/** The communities of a district side by side, by name. Throws Missing and Forbidden. */
export async function findDistrictView(viewer: Viewer, districtId: number): Promise<DistrictView> {
  demand(viewer.kind !== 'nobody', viewer);
  const district = await database().selectFrom('districts').select(['id', 'name']).where('id', '=', districtId).executeTakeFirst();
  if (!district) throw new Missing();
  demand(seesDistrict(viewer, districtId), viewer);
  const communities = (await findCommunities()).filter((community) => community.districtId === districtId);
  const [numbers, categories] = [await findNeighbourhoods(viewer, communities), await findEveryCategory()];
  return { ...numbers, district, categories: addCategories(numbers.communities, categories) };
}
