import { findCommunity, type Community } from '#community/places/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { staffOnly } from '../../../shell.ts';

/** The viewer and the community of the address. Who may read or do what there is the rooms' to say. Throws Missing. */
export async function communityOf(locals: { viewer: Viewer }, slug: string): Promise<{ viewer: Viewer; community: Community }> {
  const viewer = staffOnly(locals);
  const community = await findCommunity(slug);
  if (!community || !viewer.grants.some((grant) => grant.role !== 'resident' && grant.communityIds.includes(community.id)))
    throw new Missing();
  return { viewer, community };
}
