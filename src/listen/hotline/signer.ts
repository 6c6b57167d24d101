import { Forbidden } from '#foundation/refusal.ts';
import type { Viewer } from '#community/people/index.ts';

/** The person who stands for a hand-back or its decision. Throws Forbidden for anybody without a name. */
export function signer(viewer: Viewer): string {
  if (!viewer.personId) throw new Forbidden('sign-in.needed');
  return viewer.personId;
}
