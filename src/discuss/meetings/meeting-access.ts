import { hasRole, type Viewer } from '#community/people/index.ts';
import type { MeetingKind } from './meeting-kind.ts';

/** Who prepares meetings and keeps their rolls: the office. */
export function worksOnMeetings(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Whose word calls this kind, in the body's name. */
export function mayCall(viewer: Viewer, communityId: number, { rules }: MeetingKind): boolean {
  return hasRole(viewer, communityId, ...rules.callers);
}

/** Who sees what is being prepared and what stays among those concerned. */
export function seesAllMeetings(viewer: Viewer, communityId: number): boolean {
  return (
    viewer.kind === 'system' ||
    hasRole(viewer, communityId, 'community_worker', 'community_secretary', 'supervisory_member', 'street_supervisor')
  );
}
