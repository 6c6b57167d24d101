import { Forbidden } from '#foundation/refusal.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { associations, type OrganizationKind } from './organization.ts';

// Who keeps the register of organizations.

/** The secretary keeps all of it; workers keep the associations of residents. */
export function whyNotKeep(viewer: Viewer, communityId: number, kind: OrganizationKind): 'sign-in.needed' | 'access.not-yours' | null {
  if (viewer.personId === null) return 'sign-in.needed';
  if (hasRole(viewer, communityId, 'community_secretary')) return null;
  return associations.includes(kind) && hasRole(viewer, communityId, 'community_worker') ? null : 'access.not-yours';
}

/** Who sees the register at the workbench, with seats that are empty and hand-overs that wait. */
export function whyNotSeeRegister(viewer: Viewer, communityId: number): 'access.not-yours' | null {
  const sees = hasRole(viewer, communityId, 'community_secretary', 'community_worker', 'supervisory_member', 'street_supervisor');
  return sees ? null : 'access.not-yours';
}

/** Only the secretary, and the street above. */
export function whyNotSwitch(viewer: Viewer, communityId: number): 'access.not-yours' | null {
  return hasRole(viewer, communityId, 'community_secretary', 'street_supervisor') ? null : 'access.not-yours';
}

export function forbidIf(code: string | null): void {
  if (code !== null) throw new Forbidden(code);
}
