import { countUnread } from '#community/notices/index.ts';
import { communityAt, shownName } from './community-at.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => {
  const community = await communityAt(params.community);
  return {
    community: { ...community, shownName: shownName(community, locals.locale) },
    unread: await countUnread(locals.viewer, community.id),
    signedIn: locals.viewer.kind === 'resident' ? locals.viewer.name : null,
  };
};
