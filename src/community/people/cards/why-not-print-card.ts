import { hasRole, type Viewer } from '../viewer.ts';

type Holder = { hasOtherWayIn: boolean } | null;

/**
 * Why no card may be printed, or null. `holder`: somebody who has a card already, null for a new household. A card opens
 * what its holder said; so it is never made for people who sign in by phone or password, or the printer could read it.
 */
export function whyNotPrintCard(viewer: Viewer, communityId: number, holder: Holder): string | null {
  if (viewer.kind !== 'staff' || !hasRole(viewer, communityId, 'administrator', 'community_secretary', 'community_worker'))
    return 'card.not-yours-to-print';
  return holder?.hasOtherWayIn ? 'card.has-other-way-in' : null;
}
