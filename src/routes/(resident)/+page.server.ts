import { redirect } from '@sveltejs/kit';
import { findCommunities } from '#community/places/index.ts';
import { paths } from '#paths';
import type { PageServerLoad } from './$types';

/** One community: straight to its page. Several: choose. None: the installation is set up first. */
export const load: PageServerLoad = async () => {
  const communities = await findCommunities();
  if (communities.length === 0) redirect(303, paths.setup());
  if (communities.length === 1 && communities[0]) redirect(303, paths.community(communities[0].slug));
  return { communities };
};
