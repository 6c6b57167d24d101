import type { Viewer } from '#community/people/index.ts';

/** The calendar counts for every community of the installation, so it is the administrators'. */
export function whyNotChangeCalendar(viewer: Viewer): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  return viewer.grants.some((grant) => grant.role === 'administrator') ? null : 'access.not-yours';
}
