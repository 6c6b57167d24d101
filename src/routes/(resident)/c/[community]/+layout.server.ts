import { communityAt, shownName } from './community-at.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => {
  const community = await communityAt(params.community);
  return {
    community: { ...community, shownName: shownName(community, locals.locale) },
    signedIn: locals.viewer.kind === 'resident' ? locals.viewer.name : null,
  };
};
