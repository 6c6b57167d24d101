import { Forbidden } from '#foundation/refusal.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';

/** Who may change the tree of places and import into it: the secretary or an administrator of that community. */
export function whyNotManagePlaces(viewer: Viewer, communityId: number): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return hasRole(viewer, communityId, 'administrator', 'community_secretary') ? null : 'access.not-yours';
}

/** Who may look through the places: those who manage them and the community's workers. */
export function whyNotSeePlaces(viewer: Viewer, communityId: number): 'sign-in.needed' | 'access.not-yours' | null {
  return hasRole(viewer, communityId, 'community_worker') ? null : whyNotManagePlaces(viewer, communityId);
}

/** Throws Forbidden when a question of access has an answer. */
export function forbidIf(code: string | null): void {
  if (code !== null) throw new Forbidden(code);
}
