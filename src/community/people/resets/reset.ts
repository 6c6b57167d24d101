import { hasRole, type Viewer } from '../viewer.ts';

// Somebody who serves has lost password and authenticator. Two colleagues together can open the way back in, one alone
// can't: one asks, another seconds, and each holds half of the first password (trust.md, part 7; ASVS 2.3.5 and 6.4.6).

/** How long an asked reset waits for a second. */
export const resetWaits = 48 * 60 * 60_000;

export type OpenReset = { id: string; personId: string; askedBy: string };

/** Why this viewer may not second a reset, or null: somebody else than who asked and who is meant, and of the leadership. */
export function whyNotSecondReset(viewer: Viewer, communityId: number, reset: OpenReset): string | null {
  if (viewer.personId === reset.personId) return 'person.not-yourself';
  if (viewer.personId === reset.askedBy) return 'reset.needs-another';
  if (viewer.kind !== 'staff' || !hasRole(viewer, communityId, ...seconding)) return 'role.not-yours-to-give';
  return null;
}

/** Why this viewer may not drop a reset, or null: whom it is about, and whoever may ask for or second one. */
export function whyNotDropReset(viewer: Viewer, communityId: number, reset: OpenReset): string | null {
  const own = viewer.kind === 'staff' && (viewer.personId === reset.personId || viewer.personId === reset.askedBy);
  return own || (viewer.kind === 'staff' && hasRole(viewer, communityId, ...seconding)) ? null : 'role.not-yours-to-give';
}

const seconding = ['administrator', 'community_secretary', 'street_supervisor'] as const;
