// An organization is whoever does things together here: the bodies the law knows, the Party organisation, the parties of the
// joint meeting, and every team and association of residents.

export const organizationKinds = [
  'party_organization',
  'residents_committee',
  'supervisory_committee',
  'residents_representatives',
  'building_chiefs',
  'deliberative_council',
  'owners_committee',
  'property_provider',
  'community_police',
  'trade_union',
  'youth_league',
  'womens_federation',
  'volunteer_team',
  'arts_group',
  'community_association',
  'school',
  'local_institution',
  'government_body',
  'other',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];
export const partyLevels = ['general_branch', 'branch', 'group'] as const;
export type PartyLevel = (typeof partyLevels)[number];
export const leadModes = ['resident_led', 'joint', 'committee_led'] as const;
export type LeadMode = (typeof leadModes)[number];
export const offices = ['chair', 'vice_chair', 'secretary', 'treasurer', 'leader', 'member'] as const;
export type Office = (typeof offices)[number];
export const tiers = ['core', 'backbone', 'participant'] as const;
export type Tier = (typeof tiers)[number];
export const membershipWays = ['elected', 'appointed', 'by_lot', 'delegated', 'ex_officio', 'joined'] as const;
export type MembershipWay = (typeof membershipWays)[number];

/** Where somebody sits for others, so that everybody may know who it is [law RC 8, 13, 36]. */
export const publicBodies: readonly OrganizationKind[] = [
  'residents_committee',
  'supervisory_committee',
  'residents_representatives',
  'building_chiefs',
  'deliberative_council',
  'owners_committee',
];
/** What residents do together: here everybody may join, and nobody is entered by force [law Volunteer 25]. */
export const associations: readonly OrganizationKind[] = ['volunteer_team', 'arts_group', 'community_association', 'school'];

/** Of these there is one in a community. */
export const onlyOnce: readonly OrganizationKind[] = [
  'residents_committee',
  'supervisory_committee',
  'residents_representatives',
  'building_chiefs',
  'deliberative_council',
];

/** Which level of the Party organisation stands under which: general branch, branch, group. */
export function whyNotUnderLevel(level: PartyLevel, above: PartyLevel | null): 'organizations.level-not-there' | null {
  const parent = { general_branch: null, branch: 'general_branch', group: 'branch' } as const;
  // A small community has a branch without a general branch above it.
  return above === parent[level] || (level === 'branch' && above === null) ? null : 'organizations.level-not-there';
}

/** Whether everybody may read the name of somebody who holds this office here. */
export function isPublicOffice(kind: OrganizationKind, office: Office): boolean {
  return publicBodies.includes(kind) || office !== 'member';
}

/** What the law says of the size, to be shown, never to stop anybody: 5 to 9 committee members [law RC 8]; one
 * representative for 20 to 50 households [law RC 13]. */
export function sizeWarning(kind: OrganizationKind, members: number): 'organizations.committee-five-to-nine' | null {
  return kind === 'residents_committee' && (members < 5 || members > 9) ? 'organizations.committee-five-to-nine' : null;
}

export function seatWarning(households: number | null): 'organizations.seat-twenty-to-fifty' | null {
  return households !== null && (households < 20 || households > 50) ? 'organizations.seat-twenty-to-fifty' : null;
}
