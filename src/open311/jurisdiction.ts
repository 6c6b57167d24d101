import { findCommunities, type Community } from '#community/places/index.ts';
import { Invalid, Missing } from '#foundation/refusal.ts';
import type { Parameters } from './parameters.ts';

/**
 * The community that is meant: `jurisdiction_id` is its name in the address bar. An installation with one community needs
 * none. Throws Invalid when it is missing, Missing when there is no such community.
 */
export async function jurisdictionOf(parameters: Parameters): Promise<Community> {
  const asked = parameters.get('jurisdiction_id');
  const communities = await findCommunities();
  const [only] = communities;
  if (asked === undefined && only && communities.length === 1) return only;
  if (asked === undefined) throw new Invalid([{ field: 'jurisdiction_id', code: 'input.needed' }]);
  const found = communities.find(({ slug }) => slug === asked);
  if (!found) throw new Missing('open311.jurisdiction-unknown');
  return found;
}
