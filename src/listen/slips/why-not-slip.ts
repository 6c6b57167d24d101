import { hasRole, type Viewer } from '#community/people/index.ts';
import type { BoxOpening } from './slip.ts';

// The rules of the comment boxes. Null: nothing stands against it; otherwise a refusal code.

type Why = string | null;

/** Who opens boxes and enters slips: the office and the supervisory committee. */
export function opensBoxes(viewer: Viewer, communityId: number): boolean {
  return viewer.kind === 'system' || hasRole(viewer, communityId, ...openers);
}

export const openers = ['community_worker', 'community_secretary', 'supervisory_member'] as const;

export function whyNotOpenBoxes(viewer: Viewer, communityId: number): Why {
  return opensBoxes(viewer, communityId) ? null : 'slip.only-openers';
}

/** Never alone: the second one is somebody else who may open boxes, too. `roles`: what they serve as here now. */
export function whyNotOpenWith(viewer: Viewer, second: { personId: string; roles: readonly string[] } | null): Why {
  if (!second || !openers.some((role) => second.roles.includes(role))) return 'slip.second-does-not-serve';
  return second.personId === viewer.personId ? 'slip.needs-two' : null;
}

/** As many slips as were counted, and not one more. */
export function whyNotEnterSlip(opening: BoxOpening, viewer: Viewer): Why {
  return whyNotOpenBoxes(viewer, opening.communityId) ?? (opening.entered < opening.counted ? null : 'slip.all-entered');
}
