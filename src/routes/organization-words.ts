import type { LeadMode, MembershipWay, Office, OrganizationKind, PartyLevel, Tier } from '#community/organizations/index.ts';
import { m } from '#words';

// What an organization, an office and a term are called, for residents and at the workbench.

export function kindWord(kind: OrganizationKind): string {
  return m[`organizations_kind_${kind}`]();
}
export function levelWord(level: PartyLevel): string {
  return m[`organizations_level_${level}`]();
}
export function leadWord(mode: LeadMode): string {
  return m[`organizations_lead_${mode}`]();
}
export function officeWord(office: Office): string {
  return m[`organizations_office_${office}`]();
}
export function tierWord(tier: Tier): string {
  return m[`organizations_tier_${tier}`]();
}
export function wayWord(way: MembershipWay): string {
  return m[`organizations_way_${way}`]();
}
export function termWords({ startsOn, termEndsOn }: { startsOn: string; termEndsOn: string | null }): string {
  return termEndsOn ? m.organizations_term({ from: startsOn, until: termEndsOn }) : m.organizations_since({ day: startsOn });
}

/** Under which heading an organization stands, for whoever reads the register. */
export const parts = ['bodies', 'party', 'groups', 'others'] as const;
export type Part = (typeof parts)[number];
const bodies: OrganizationKind[] = [
  'residents_committee',
  'supervisory_committee',
  'residents_representatives',
  'building_chiefs',
  'deliberative_council',
  'owners_committee',
];
const groups: OrganizationKind[] = [
  'volunteer_team',
  'arts_group',
  'community_association',
  'school',
  'trade_union',
  'youth_league',
  'womens_federation',
];

export function partOf(kind: OrganizationKind): Part {
  if (kind === 'party_organization') return 'party';
  if (bodies.includes(kind)) return 'bodies';
  return groups.includes(kind) ? 'groups' : 'others';
}
export function partWord(part: Part): string {
  return m[`organizations_part_${part}`]();
}
