import { hasRole, type RoleName, type Viewer } from '#community/people/index.ts';
import type { ContactLink, Way } from './contact-link.ts';

// The rules of direct contact. Null: nothing stands against it; otherwise a refusal code.

/** Those who may hold a link: neighbours who serve, and the office. Nothing here asks for a party. */
export const holdingRoles: RoleName[] = ['liaison_officer', 'building_chief', 'community_worker', 'community_secretary'];
type Why = string | null;

export function office(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary', 'community_worker');
}

/** The household itself: a resident whose home it is, signed in. */
export function livesIn(viewer: Viewer, communityId: number, householdId: string): boolean {
  return viewer.grants.some(
    ({ role, communityIds, placeId }) => role === 'resident' && communityIds.includes(communityId) && placeId === householdId,
  );
}

/** Somebody proposes to keep in touch, for themselves; the office also for others. */
export function whyNotPropose(viewer: Viewer, communityId: number, holderId: string): Why {
  if (office(viewer, communityId)) return null;
  return viewer.personId === holderId && hasRole(viewer, communityId, ...holdingRoles) ? null : 'contact.not-yours';
}

/** The household accepts: on the page, or by telephone, at the desk and on paper, noted by the office but never by the holder. */
export function whyNotAccept(link: ContactLink, viewer: Viewer, way: Way): Why {
  if (way === 'page') {
    if (!livesIn(viewer, link.communityId, link.householdId)) return 'contact.household-only';
  } else {
    if (!office(viewer, link.communityId)) return 'contact.office-notes';
    if (viewer.personId === link.holderId) return 'contact.holder-notes-not';
  }
  if (link.stage === 'ended') return 'contact.ended';
  return link.stage === 'active' ? 'contact.accepted-already' : null;
}

/** The household ends it at any time and without a reason; so may the holder, and the office for either. */
export function whyNotEndLink(link: ContactLink, viewer: Viewer): Why {
  const may = livesIn(viewer, link.communityId, link.householdId) || viewer.personId === link.holderId || office(viewer, link.communityId);
  if (!may) return 'contact.not-yours';
  return link.stage === 'ended' ? 'contact.ended' : null;
}

/** Only the holder writes into the log, and only while the household wants it. */
export function whyNotNote(link: ContactLink, viewer: Viewer): Why {
  if (viewer.personId !== link.holderId || !hasRole(viewer, link.communityId, ...holdingRoles)) return 'contact.not-yours';
  if (link.stage === 'ended') return 'contact.ended';
  return link.stage === 'active' ? null : 'contact.not-accepted';
}

/** H1: what was noted about a household, the household corrects and erases; the office when it is asked to. */
export function whyNotChangeLog(link: ContactLink, viewer: Viewer): Why {
  return livesIn(viewer, link.communityId, link.householdId) || office(viewer, link.communityId) ? null : 'contact.household-only';
}
