import { hasRole, type Viewer } from '#community/people/index.ts';

/** Who prepares topics: the office. */
export function worksOnTopics(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_worker', 'community_secretary');
}

/** Whose word says which body decides, and what isn't taken up. */
export function leadsTopics(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary');
}

/** Who looks again at what somebody else declined. */
export function judgesAppeals(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'community_secretary', 'supervisory_member', 'street_supervisor');
}

/** Who sees the desk of topics: the office, the chiefs who raise them, and those who look again. */
export function seesTopicDesk(viewer: Viewer, communityId: number): boolean {
  return worksOnTopics(viewer, communityId) || judgesAppeals(viewer, communityId) || hasRole(viewer, communityId, 'building_chief');
}

export function isResident(viewer: Viewer, communityId: number): boolean {
  return hasRole(viewer, communityId, 'resident');
}
