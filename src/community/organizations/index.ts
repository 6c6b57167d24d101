// Bodies, associations and teams of a community, with their seats and terms. Only this file is imported from outside the room.

export { addSeat, addSeatInput, type AddSeat } from './add-seat.ts';
export { endMembership, endMembershipInput, type EndMembership } from './end-membership.ts';
export { endOrganization, endOrganizationInput, type EndOrganization } from './end-organization.ts';
export { endParty } from './end-party.ts';
export { endSeat } from './end-seat.ts';
export { enterMember, enterMemberInput, type EnterMember } from './enter-member.ts';
export { fileOrganization, fileOrganizationInput, type FileOrganization } from './file-organization.ts';
export { findHandovers, type Handover } from './find-handovers.ts';
export { findMembers, type Member } from './find-members.ts';
export { findPartyModule, isPartyModuleOn, type ModuleState } from './find-module.ts';
export { findOrganization, findOrganizations, type OrganizationRow } from './find-organizations.ts';
export { findParties, partiesOf, type Party } from './find-parties.ts';
export { findSeats, type Seat } from './find-seats.ts';
export { finishHandover } from './finish-handover.ts';
export { foundOrganization, foundOrganizationInput, type FoundOrganization } from './found-organization.ts';
export { type Organization, type OrganizationRef } from './load-organization.ts';
export { nameParty, namePartyInput, type NameParty } from './name-party.ts';
export { openHandover, openHandoverInput, type OpenHandover } from './open-handover.ts';
export { leadModes, membershipWays, offices, organizationKinds, partyLevels, tiers } from './organization.ts';
export { seatWarning, sizeWarning } from './organization.ts';
export type { LeadMode, MembershipWay, Office, OrganizationKind, PartyLevel, Tier } from './organization.ts';
export { switchModule, switchModuleInput, type SwitchModule } from './switch-module.ts';
export { whyNotKeep, whyNotSeeRegister, whyNotSwitch } from './why-not-organize.ts';
