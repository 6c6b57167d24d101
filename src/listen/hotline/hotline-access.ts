import { Forbidden } from '#foundation/refusal.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';

/** Who works with the hotline: the office. Which tickets of it, the wall of the voices says (`visibleTo`). */
export function worksOnHotline(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'system' || hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Throws Forbidden for everybody else. */
export function officeOnly(viewer: Viewer, communityId: number): void {
  if (!worksOnHotline(viewer, communityId)) throw new Forbidden('hotline.only-office');
}
