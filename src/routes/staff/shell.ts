import { redirect } from '@sveltejs/kit';
import { Forbidden, Missing } from '#foundation/refusal.ts';
import { paths } from '#paths';
import { findCommunities, findCommunity, type Community } from '#community/places/index.ts';
import { whyNotSeeRegister } from '#community/organizations/index.ts';
import { hasRole, type RoleName, type Viewer } from '#community/people/index.ts';
import { worksOnCalls } from '#listen/calls/index.ts';
import { opensBoxes } from '#listen/slips/index.ts';
import { handsOutCards } from '#listen/cards/index.ts';
import { seesComments } from '#listen/blog/index.ts';
import { worksOnConsultations } from '#listen/consultations/index.ts';
import { worksOnMeetings } from '#discuss/meetings/index.ts';
import { seesAllDelegations } from '#act/delegations/index.ts';
import { worksOnRequests } from '#listen/data-requests/index.ts';
import { worksOnVisits } from '#listen/visits/index.ts';
import { seesBoard, seesChannels } from '#statistics/index.ts';
import { worksOnHotline } from '#listen/hotline/index.ts';
import type { Drawer } from './drawers.ts';

// Who stands at the workbench, in which community, and which drawers are theirs. What may be done there is asked of
// the commands; this only spares people doors that lead nowhere.

export const handlingRoles: RoleName[] = [
  'community_worker',
  'community_secretary',
  'supervisory_member',
  'property_manager',
  'liaison_officer',
  'building_chief',
  'street_supervisor',
];
const enteringRoles: RoleName[] = [
  'community_worker',
  'community_secretary',
  'supervisory_member',
  'liaison_officer',
  'building_chief',
  'street_supervisor',
];
const callingRoles: RoleName[] = ['community_worker', 'community_secretary', 'supervisory_member', 'liaison_officer', 'street_supervisor'];
const readingLiaison: RoleName[] = [
  'community_worker',
  'community_secretary',
  'supervisory_member',
  'street_supervisor',
  'liaison_officer',
];
const overseeing: RoleName[] = ['administrator', 'street_supervisor', 'district_supervisor'];
const managingRoles: RoleName[] = ['community_secretary', 'administrator'];

type Locals = { viewer: Viewer };
export type Desk = { viewer: Viewer; community: Community };

/** Staff, fully signed in; everybody else is sent to the door. */
export function staffOnly({ viewer }: Locals): Viewer {
  if (viewer.kind !== 'staff') redirect(303, paths.signIn());
  return viewer;
}

/** The viewer and the community of the address, if they serve there. Throws Missing. */
export async function deskAt(locals: Locals, slug: string): Promise<Desk> {
  const viewer = staffOnly(locals);
  const community = await findCommunity(slug);
  if (!community || !hasRole(viewer, community.id, ...handlingRoles, ...managingRoles)) throw new Missing();
  return { viewer, community };
}

/** The same for the pile of voices: machines are run and places kept without reading what people said. Throws Forbidden. */
export async function voicesDeskAt(locals: Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (!hasRole(desk.viewer, desk.community.id, ...handlingRoles)) throw new Forbidden();
  return desk;
}

/** The communities the viewer works in; a district supervisor reads sums and works in none. */
export async function servedBy(viewer: Viewer): Promise<Community[]> {
  const communities = await findCommunities();
  return communities.filter(({ id }) => hasRole(viewer, id, ...handlingRoles, ...managingRoles));
}

export function mayEnter({ viewer, community }: Desk): boolean {
  return hasRole(viewer, community.id, ...enteringRoles);
}

/** Somebody who serves as a volunteer next door only, not in the office. */
export function isNeighbour(roles: readonly string[]): boolean {
  return roles.every((role) => role === 'building_chief' || role === 'liaison_officer' || role === 'resident');
}

export type NavItem = { drawer: Drawer; href: string; here: boolean };

/** The menu for this viewer: what belongs to the community at hand first, then what lies above it. */
export function menuOf(viewer: Viewer, community: Community | null, pathname: string): NavItem[] {
  const items: [Drawer, string, boolean][] = community ? communityDrawers(viewer, community) : [];
  for (const grant of viewer.grants) {
    if (grant.role === 'street_supervisor' && grant.streetId !== null) items.push(['street', paths.street(grant.streetId), true]);
    if (grant.role === 'district_supervisor' && grant.districtId !== null) items.push(['district', paths.district(grant.districtId), true]);
  }
  items.push(['administration', paths.administration(), viewer.grants.some(({ role }) => overseeing.includes(role))]);
  const shown = items.filter(([, href, shows], at) => shows && items.findIndex((item) => item[1] === href) === at);
  const here = shown
    .map(([, href]) => href)
    .filter((href) => pathname === href || pathname.startsWith(`${href}/`))
    .toSorted((a, b) => b.length - a.length)[0];
  return shown.map(([drawer, href]) => ({ drawer, href, here: href === here }));
}

/** Where somebody begins: the pile for those who work on it, sums for those who oversee, the settings for the rest. */
export function firstPage(viewer: Viewer, served: Community[]): string | null {
  const working = served.find(({ id }) =>
    hasRole(viewer, id, 'community_worker', 'community_secretary', 'property_manager', 'liaison_officer', 'building_chief'),
  );
  if (working) return paths.queue(working.slug);
  const street = viewer.grants.find((grant) => grant.role === 'street_supervisor')?.streetId;
  if (street) return paths.street(street);
  const district = viewer.grants.find((grant) => grant.role === 'district_supervisor')?.districtId;
  if (district) return paths.district(district);
  const overseen = served.find(({ id }) => hasRole(viewer, id, 'supervisory_member'));
  if (overseen) return paths.board(overseen.slug);
  return viewer.grants.some((grant) => grant.role === 'administrator') ? paths.administration() : null;
}

function communityDrawers(viewer: Viewer, { id, slug }: Community): [Drawer, string, boolean][] {
  return [
    ['voices', paths.queue(slug), hasRole(viewer, id, ...handlingRoles)],
    ['entry', paths.entry(slug), hasRole(viewer, id, ...enteringRoles)],
    ['calls', paths.calls(slug), worksOnCalls(viewer, id)],
    ['chief', paths.chief(slug), hasRole(viewer, id, 'building_chief')],
    ['boxes', paths.boxes(slug), opensBoxes(viewer, id)],
    ['posters', paths.posters(slug), hasRole(viewer, id, 'community_worker', 'community_secretary', 'building_chief', 'liaison_officer')],
    ['hotline', paths.hotline(slug), worksOnHotline(viewer, id)],
    ['visits', paths.visits(slug), worksOnVisits(viewer, id)],
    ['follow_ups', paths.followUps(slug), hasRole(viewer, id, ...callingRoles)],
    ['blog', paths.blogDesk(slug), hasRole(viewer, id, 'community_worker', 'community_secretary', 'liaison_officer', 'building_chief')],
    ['comments', paths.commentsDesk(slug), seesComments(viewer, id)],
    ['notices', paths.staffNotices(slug), true],
    ['liaison', paths.staffLiaison(slug), hasRole(viewer, id, ...readingLiaison)],
    ['contact_cards', paths.contactCards(slug), handsOutCards(viewer, id)],
    ['contact_links', paths.contactLinks(slug), handsOutCards(viewer, id)],
    ['consultations', paths.consultationsDesk(slug), worksOnConsultations(viewer, id)],
    ['data_requests', paths.dataRequests(slug), worksOnRequests(viewer, id)],
    ['board', paths.board(slug), seesBoard(viewer, id)],
    ['meetings', paths.staffMeetings(slug), worksOnMeetings(viewer, id)],
    ['delegations', paths.staffDelegations(slug), seesAllDelegations(viewer, id)],
    ['responsibilities', paths.staffResponsibilities(slug), whyNotSeeRegister(viewer, id) === null],
    ['organizations', paths.organizations(slug), whyNotSeeRegister(viewer, id) === null],
    ['channels', paths.channels(slug), seesChannels(viewer, id)],
    ['map', paths.staffMap(slug), seesBoard(viewer, id) || hasRole(viewer, id, ...managingRoles)],
    ['people', paths.people(slug), hasRole(viewer, id, ...managingRoles, 'community_worker', 'supervisory_member', 'street_supervisor')],
    ['places', paths.places(slug), hasRole(viewer, id, ...managingRoles)],
  ];
}
