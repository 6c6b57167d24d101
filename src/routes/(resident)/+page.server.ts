import { redirect } from '@sveltejs/kit';
import { findCommunities } from '#community/places/index.ts';
import { paths } from '#paths';
import type { PageServerLoad } from './$types';

/** One community: straight to its page. Several: choose, street by street. None: the installation is set up first. */
export const load: PageServerLoad = async () => {
  const communities = await findCommunities();
  if (communities.length === 0) redirect(303, paths.setup());
  if (communities.length === 1 && communities[0]) redirect(303, paths.community(communities[0].slug));
  const streets = new Map<number, { id: number; name: string; district: string; communities: typeof communities }>();
  for (const community of communities) {
    const street = streets.get(community.streetId) ?? {
      id: community.streetId,
      name: community.streetName,
      district: community.districtName,
      communities: [],
    };
    street.communities.push(community);
    streets.set(street.id, street);
  }
  return { streets: [...streets.values()] };
};
