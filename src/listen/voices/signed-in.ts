import { Forbidden } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';

/** The person who signs for a decision: such rows never stand without a name. Throws Forbidden for anybody else. */
export function signedIn(viewer: Viewer): string {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  return viewer.personId;
}
