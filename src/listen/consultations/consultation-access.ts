import { hasRole, type Viewer } from '#community/people/index.ts';

/** Who asks, types paper and answers for the community: the office. */
export function worksOnConsultations(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}
