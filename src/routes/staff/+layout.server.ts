import { redirect } from '@sveltejs/kit';
import { countUnread } from '#community/notices/index.ts';
import { countDataRequests } from '#listen/data-requests/index.ts';
import { countTabs } from '#listen/voices/index.ts';
import { hasRole, isPasswordOld, type Viewer } from '#community/people/index.ts';
import type { Community } from '#community/places/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { handlingRoles, menuOf, servedBy, staffOnly } from './shell.ts';
import type { LayoutServerLoad } from './$types';

/** The frame of the workbench. The pages of the sign-in stand before it, without one. */
export const load: LayoutServerLoad = async ({ locals, params, url }) => {
  if (url.pathname.startsWith(paths.signIn())) return { frame: null };
  const viewer = staffOnly(locals);
  const changing = [paths.account(), '/staff/step-up'].includes(url.pathname);
  if (!changing && (await isPasswordOld(viewer))) redirect(303, `${paths.account()}?old`);
  const served = await servedBy(viewer);
  const community = served.find(({ slug }) => slug === params.community) ?? served[0] ?? null;
  // A district supervisor works in no community, but appoints who oversees its street; the people's pages judge for themselves.
  const people = params.community !== undefined && url.pathname.startsWith(paths.people(params.community));
  if (params.community && community?.slug !== params.community && !people) redirect(303, paths.staff());
  // The telephone page is kept on the device: it shows nothing of who one is.
  if (params.community && url.pathname === paths.visitsField(params.community)) return { frame: null };
  const named = (one: Community) => (locals.locale === 'en' ? (one.nameEn ?? one.name) : one.name);
  return {
    frame: {
      name: viewer.name ?? '',
      role: roleOf(viewer, community),
      community: community && { slug: community.slug, name: named(community) },
      others: served.filter(({ id }) => id !== community?.id).map((one) => ({ slug: one.slug, name: named(one) })),
      menu: menuOf(viewer, community, url.pathname),
      counts: await countsOf(viewer, community),
    },
  };
};

function roleOf(viewer: Viewer, community: Community | null): string {
  const held = viewer.grants.filter((grant) => grant.role !== 'resident' && (!community || grant.communityIds.includes(community.id)));
  return [...new Set(held.map(({ role }) => m[`people_role_${role}`]()))].join(' · ');
}

/** What waits: messages to me, my own voices, answers whose resident should be called, and what residents ask about their data. */
async function countsOf(
  viewer: Viewer,
  community: Community | null,
): Promise<{ voices?: number; follow_ups?: number; data_requests?: number; notices?: number }> {
  if (!community) return {};
  const notices = await countUnread(viewer, community.id);
  if (!hasRole(viewer, community.id, ...handlingRoles)) return { notices };
  const [tabs, requests] = await Promise.all([countTabs(viewer, community.id), countDataRequests(viewer, community.id)]);
  return { voices: tabs.mine, follow_ups: tabs.follow_up, data_requests: requests.open, notices };
}
