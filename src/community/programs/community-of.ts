import { findCommunity, type Community } from '#community/places/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { Forbidden, Missing } from '#foundation/refusal.ts';

/** The community named in an address. Throws Missing when there is none. */
export async function communityOf(params: Record<string, string>): Promise<Community> {
  const community = await findCommunity(params['slug'] ?? '');
  if (!community) throw new Missing();
  return community;
}

/** The same, for those who serve there in any role. Throws Forbidden for everybody else. */
export async function communityServedBy(viewer: Viewer, params: Record<string, string>): Promise<Community> {
  const community = await communityOf(params);
  const serves = viewer.grants.some((grant) => grant.role !== 'resident' && grant.communityIds.includes(community.id));
  if (!serves) throw new Forbidden(viewer.kind === 'nobody' ? 'sign-in.needed' : undefined);
  return community;
}
