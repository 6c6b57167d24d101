import { Forbidden } from '#foundation/refusal.ts';
import { hasRole, type RoleName, type Viewer } from '#community/people/index.ts';

// Who looks at the numbers of a place: those who answer for it, and those who supervise it.

const boardReaders: RoleName[] = ['community_secretary', 'community_worker', 'supervisory_member'];

/** Whether the board of this community is theirs to read. */
export function seesBoard(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, ...boardReaders);
}

export function seesStreet(viewer: Viewer, streetId: number): boolean {
  return viewer.grants.some((grant) => grant.role === 'street_supervisor' && grant.streetId === streetId);
}

export function seesDistrict(viewer: Viewer, districtId: number): boolean {
  return viewer.grants.some((grant) => grant.role === 'district_supervisor' && grant.districtId === districtId);
}

/** Throws Forbidden unless `may`; who has not signed in is told to do that. */
export function demand(may: boolean, viewer: Viewer): void {
  if (!may) throw new Forbidden(viewer.kind === 'nobody' ? 'sign-in.needed' : undefined);
}
