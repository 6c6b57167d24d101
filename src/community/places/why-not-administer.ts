import type { Viewer } from '#community/people/index.ts';

/** What belongs to the whole installation (communities, streets, districts) is the administrators'. */
export function whyNotAdminister(viewer: Viewer): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return viewer.grants.some((grant) => grant.role === 'administrator') ? null : 'access.not-yours';
}
