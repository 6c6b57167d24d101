import { hasRole, type Viewer } from '#community/people/index.ts';

/** Who works with the hotline: the office. Which tickets of it, the wall of the voices says (`visibleTo`). */
export function worksOnHotline(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'system' || hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

export function whyNotWorkOnHotline(viewer: Viewer, communityId: number): string | null {
  return worksOnHotline(viewer, communityId) ? null : 'hotline.only-office';
}
