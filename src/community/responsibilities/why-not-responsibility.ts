import { hasRole, type Viewer } from '#community/people/index.ts';

// Who keeps the register of responsibilities. Everybody may read it.

/** The secretary; it is looked through once a year. */
export function whyNotKeepResponsibilities(viewer: Viewer, communityId: number): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return hasRole(viewer, communityId, 'community_secretary') ? null : 'access.not-yours';
}
