// Who is asking: somebody signed in, the holder of a number and its query code, nobody in particular, or the clock.

export const roleNames = [
  'resident',
  'building_chief',
  'liaison_officer',
  'community_worker',
  'community_secretary',
  'supervisory_member',
  'property_manager',
  'street_supervisor',
  'district_supervisor',
  'administrator',
] as const;
export type RoleName = (typeof roleNames)[number];

/** A role somebody holds now. `communityIds`: where it reaches (all communities of a street or district). */
export type Grant = {
  id: string;
  role: RoleName;
  communityIds: number[];
  streetId: number | null;
  districtId: number | null;
  placeId: string | null;
  unitName: string | null;
};

export type Viewer = {
  kind: 'nobody' | 'holder' | 'resident' | 'staff' | 'system';
  personId: string | null;
  name: string | null;
  grants: Grant[];
  /** The one voice a holder of number and query code may follow. */
  holds: { communityId: number; voiceId: string } | null;
  /** For limits and idempotency when nobody is signed in: a hash of the address. */
  address: string;
};

export const nobody: Viewer = { kind: 'nobody', personId: null, name: null, grants: [], holds: null, address: '' };
export const theClock: Viewer = { ...nobody, kind: 'system', name: 'system' };

/** Whether the viewer holds one of the roles in this community at this moment. Only staff sign-in carries staff roles. */
export function hasRole(viewer: Viewer, communityId: number, ...roles: RoleName[]): boolean {
  return viewer.grants.some((grant) => roles.includes(grant.role) && grant.communityIds.includes(communityId));
}

/** The role written into an event: the strongest one that explains why this viewer could act here. */
export function actingRole(viewer: Viewer, communityId: number): string {
  if (viewer.kind === 'system' || viewer.kind === 'nobody') return viewer.kind === 'system' ? 'system' : 'reporter';
  if (viewer.kind === 'holder') return 'reporter';
  const strength: RoleName[] = [
    'community_secretary',
    'community_worker',
    'street_supervisor',
    'supervisory_member',
    'property_manager',
    'liaison_officer',
    'building_chief',
    'district_supervisor',
    'administrator',
    'resident',
  ];
  return strength.find((role) => hasRole(viewer, communityId, role)) ?? 'reporter';
}

/** Names the actor for idempotency keys: a person, a held voice, or an address. */
export function actorKey(viewer: Viewer): string {
  if (viewer.personId) return `person:${viewer.personId}`;
  if (viewer.holds) return `voice:${viewer.holds.voiceId}`;
  return `address:${viewer.address}`;
}
