import { describe, expect, it } from 'vitest';
import { nobody, roleNames, type RoleName, type Viewer } from '../viewer.ts';
import { whyNotEndRole, whyNotGiveRole, type Seat } from './why-not-give-role.ts';

const where = { communityId: 1, streetId: 10, districtId: 100 };
const elsewhere = { communityId: 2, streetId: 20, districtId: 200 };

function holding(role: RoleName, at = where): Viewer {
  const grant = {
    id: 'g',
    role,
    placeId: null,
    unitName: null,
    communityIds: [at.communityId],
    streetId: role === 'street_supervisor' ? at.streetId : null,
    districtId: role === 'district_supervisor' ? at.districtId : null,
  };
  return { ...nobody, kind: 'staff', personId: 'giver', name: 'Giver', grants: [grant] };
}

function seat(role: RoleName, facts: Partial<Seat> = {}): Seat {
  return { role, where, personId: 'other', alreadyHeld: false, vacant: false, leads: false, oversees: false, ...facts };
}

const community: RoleName[] = [
  'resident',
  'building_chief',
  'liaison_officer',
  'community_worker',
  'community_secretary',
  'supervisory_member',
  'property_manager',
  'administrator',
];
const may: Record<RoleName, RoleName[]> = {
  administrator: community,
  community_secretary: ['resident', 'building_chief', 'liaison_officer', 'property_manager', 'community_worker'],
  community_worker: ['resident'],
  street_supervisor: ['community_secretary', 'administrator'],
  district_supervisor: ['street_supervisor'],
  supervisory_member: [],
  property_manager: [],
  liaison_officer: [],
  building_chief: [],
  resident: [],
};
const table = roleNames.flatMap((giver) => roleNames.map((role) => ({ giver, role, may: may[giver].includes(role) })));

describe('whyNotGiveRole', () => {
  it.each(table)('$giver gives $role: $may', ({ giver, role, may: allowed }) => {
    expect(whyNotGiveRole(holding(giver), seat(role))).toBe(allowed ? null : 'role.not-yours-to-give');
  });

  it.each(roleNames)('%s of another place gives nothing here', (giver) => {
    for (const role of roleNames)
      expect(whyNotGiveRole(holding(giver, elsewhere), seat(role, { vacant: true }))).toBe('role.not-yours-to-give');
  });

  it('nobody gives themselves a role', () => {
    for (const role of community)
      expect(whyNotGiveRole(holding('administrator'), seat(role, { personId: 'giver' }))).toBe('role.not-to-yourself');
  });

  it('a sign-in by phone gives nothing, whatever roles the person holds', () => {
    expect(whyNotGiveRole({ ...holding('administrator'), kind: 'resident' }, seat('community_worker'))).toBe('role.not-yours-to-give');
  });

  it('an administrator appoints the first one above, and only the first', () => {
    for (const role of ['street_supervisor', 'district_supervisor'] as const) {
      expect(whyNotGiveRole(holding('administrator'), seat(role, { vacant: true }))).toBeNull();
      expect(whyNotGiveRole(holding('administrator'), seat(role))).toBe('role.not-yours-to-give');
      expect(whyNotGiveRole(holding('community_secretary'), seat(role, { vacant: true }))).toBe('role.not-yours-to-give');
    }
  });

  it('whoever leads a community does not oversee its street, and the other way round', () => {
    expect(whyNotGiveRole(holding('administrator'), seat('street_supervisor', { vacant: true, leads: true }))).toBe('role.leads-here');
    expect(whyNotGiveRole(holding('street_supervisor'), seat('community_secretary', { oversees: true }))).toBe('role.oversees-here');
    expect(whyNotGiveRole(holding('administrator'), seat('administrator', { oversees: true }))).toBe('role.oversees-here');
  });

  it('a role held already is not given twice', () => {
    expect(whyNotGiveRole(holding('administrator'), seat('community_worker', { alreadyHeld: true }))).toBe('role.already-held');
  });
});

describe('whyNotEndRole', () => {
  const held = (role: RoleName, personId = 'other', lastAdministrator = false) => ({ role, where, personId, lastAdministrator });

  it.each(table)('$giver ends $role of another as they may give it', ({ giver, role, may: allowed }) => {
    const ends = allowed || (giver === 'district_supervisor' && role === 'district_supervisor');
    expect(whyNotEndRole(holding(giver), held(role))).toBe(ends ? null : 'role.not-yours-to-end');
  });

  it.each(roleNames)('anybody may lay down their own: %s', (role) => {
    expect(whyNotEndRole(holding(role), held(role, 'giver'))).toBeNull();
  });

  it('a community keeps its last administrator', () => {
    expect(whyNotEndRole(holding('administrator'), held('administrator', 'giver', true))).toBe('role.last-administrator');
    expect(whyNotEndRole(holding('street_supervisor'), held('administrator', 'other', true))).toBe('role.last-administrator');
  });
});
