import { hasRole, type RoleName, type Viewer } from '../viewer.ts';

// Who may give and end which role. Nobody gives themselves one, and whoever leads a community doesn't oversee it.

export type Where = { communityId: number; streetId: number; districtId: number };

/** What the rule must know about the person and the seat. `vacant`: nobody holds this overseeing role here yet. */
export type Seat = {
  role: RoleName;
  where: Where;
  personId: string | null;
  alreadyHeld: boolean;
  vacant: boolean;
  /** secretary or administrator of a community of this street */
  leads: boolean;
  /** street supervisor of this street */
  oversees: boolean;
};
type Why = string | null;

const bySecretary: readonly RoleName[] = ['resident', 'building_chief', 'liaison_officer', 'property_manager', 'community_worker'];
const byStreet: readonly RoleName[] = ['community_secretary', 'administrator'];
const above: readonly RoleName[] = ['street_supervisor', 'district_supervisor'];

/** Why the giver may not give this role to this person, or null. */
export function whyNotGiveRole(giver: Viewer, seat: Seat): Why {
  if (giver.kind === 'staff' && giver.personId === seat.personId) return 'role.not-to-yourself';
  if (!mayFill(giver, seat.role, seat.where) && !mayFillFirst(giver, seat)) return 'role.not-yours-to-give';
  if (seat.alreadyHeld) return 'role.already-held';
  if (seat.role === 'street_supervisor' && seat.leads) return 'role.leads-here';
  if (byStreet.includes(seat.role) && seat.oversees) return 'role.oversees-here';
  return null;
}

/** Why somebody may not end this role, or null. One's own may always be laid down, but a community keeps an administrator. */
export function whyNotEndRole(ender: Viewer, held: { role: RoleName; where: Where; personId: string; lastAdministrator: boolean }): Why {
  const own = ender.kind === 'staff' && ender.personId === held.personId;
  const peer = held.role === 'district_supervisor' && overseesDistrict(ender, held.where);
  if (!own && !peer && !mayFill(ender, held.role, held.where)) return 'role.not-yours-to-end';
  return held.role === 'administrator' && held.lastAdministrator ? 'role.last-administrator' : null;
}

/** The roles this person may give here at all: what the form offers. */
export function rolesToGive(giver: Viewer, where: Where, vacant: (role: RoleName) => boolean, all: readonly RoleName[]): RoleName[] {
  return all.filter(
    (role) => mayFill(giver, role, where) || (above.includes(role) && vacant(role) && hasRole(giver, where.communityId, 'administrator')),
  );
}

function mayFill(giver: Viewer, role: RoleName, where: Where): boolean {
  if (giver.kind !== 'staff') return false;
  if (role === 'district_supervisor') return false;
  if (role === 'street_supervisor') return overseesDistrict(giver, where);
  if (hasRole(giver, where.communityId, 'administrator')) return true;
  if (bySecretary.includes(role) && hasRole(giver, where.communityId, 'community_secretary')) return true;
  if (role === 'resident' && hasRole(giver, where.communityId, 'community_worker')) return true;
  return byStreet.includes(role) && giver.grants.some((grant) => grant.role === 'street_supervisor' && grant.streetId === where.streetId);
}

/** Somebody has to appoint the first one above; until then complaints about the leadership would have nowhere to go. */
function mayFillFirst(giver: Viewer, seat: Seat): boolean {
  return giver.kind === 'staff' && above.includes(seat.role) && seat.vacant && hasRole(giver, seat.where.communityId, 'administrator');
}

function overseesDistrict(viewer: Viewer, where: Where): boolean {
  return (
    viewer.kind === 'staff' && viewer.grants.some((grant) => grant.role === 'district_supervisor' && grant.districtId === where.districtId)
  );
}
