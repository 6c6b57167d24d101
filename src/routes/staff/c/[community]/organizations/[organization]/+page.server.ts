import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  addSeat,
  addSeatInput,
  endMembership,
  endMembershipInput,
  endOrganization,
  endOrganizationInput,
  endSeat,
  enterMember,
  enterMemberInput,
  fileOrganization,
  fileOrganizationInput,
  findHandovers,
  findMembers,
  findOrganization,
  findSeats,
  finishHandover,
  openHandover,
  openHandoverInput,
  seatWarning,
  sizeWarning,
  whyNotKeep,
  whyNotSeeRegister,
  type OrganizationRef,
} from '#community/organizations/index.ts';
import { findWhoServes, type Viewer } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { kindWord, leadWord, levelWord, officeWord, termWords, tierWord, wayWord } from '../../../../../organization-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { deskAt } from '../../../../shell.ts';
import { choicesOf } from './choices.ts';
import type { Actions, PageServerLoad } from './$types';

/** One organization: who belongs to it until when, which seats are empty, and what is being handed over. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  if (whyNotSeeRegister(viewer, community.id)) throw new Forbidden();
  const row = await findOrganization(community.id, params.organization);
  const [members, seats, handovers, serving, buildings] = await Promise.all([
    findMembers(community.id, row.id),
    findSeats(community.id, row.id),
    findHandovers(community.id, row.id),
    findWhoServes(community.id),
    findBuildings(community.id),
  ]);
  const nameOf = (member: { name: string | null }, at: number) => member.name ?? `${m.organizations_office_member()} ${at + 1}`;
  const warnings = [sizeWarning(row.kind, row.members) && row.members > 0 ? m.organizations_warn_committee() : null];
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.has('done')
      ? url.searchParams.get('done') === 'founded'
        ? m.organizations_done_founded()
        : m.organizations_done_saved()
      : null,
    mayKeep: whyNotKeep(viewer, community.id, row.kind) === null,
    organization: {
      id: row.id,
      name: row.name,
      kind: row.level ? levelWord(row.level) : kindWord(row.kind),
      purpose: row.purpose,
      capacity: row.capacity,
      lead: leadWord(row.leadMode),
      phone: row.phone,
      filed: row.filedOn ? m.organizations_filed({ day: row.filedOn }) : m.organizations_not_filed(),
    },
    warnings: warnings.filter((warning) => warning !== null),
    members: members.map((member, at) => ({
      id: member.membershipId,
      name: nameOf(member, at),
      office: [officeWord(member.office), member.tier && tierWord(member.tier)].filter(Boolean).join(' · '),
      way: wayWord(member.way),
      term: termWords(member),
    })),
    seats: seats.map((seat) => ({
      id: seat.id,
      name: seat.name,
      households: seat.households,
      byLot: seat.byLot,
      holder: seat.holder ? (seat.holder.name ?? m.organizations_office_member()) : null,
      warning: row.kind === 'residents_representatives' && seatWarning(seat.households) ? m.organizations_warn_seat() : null,
    })),
    handovers: handovers.map(({ id, from, to, things, dueOn, late, doneAt }) => ({
      id,
      from: from ?? m.organizations_office_member(),
      to: to ?? '',
      things,
      due: m.organizations_handover_due({ day: dueOn }),
      late,
      done: doneAt ? sayDay(doneAt) : null,
    })),
    choices: {
      ...choicesOf(),
      people: serving.map(({ personId, name }) => ({ value: personId, label: name })),
      seats: seats.filter(({ holder }) => holder === null).map(({ id, name }) => ({ value: id, label: name })),
      members: members.map((member, at) => ({ value: member.membershipId, label: nameOf(member, at) })),
      buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
    },
  };
};

export const actions: Actions = {
  enter: (event) =>
    change(event, ({ viewer, ref, form, how }) => enterMember(viewer, ref, parsed(enterMemberInput.safeParse(form.values)), how)),
  leave: (event) =>
    change(event, ({ viewer, ref, form, how }) => endMembership(viewer, ref, parsed(endMembershipInput.safeParse(form.values)), how)),
  seat: (event) => change(event, ({ viewer, ref, form, how }) => addSeat(viewer, ref, parsed(addSeatInput.safeParse(form.values)), how)),
  endSeat: (event) => change(event, ({ viewer, ref, form, how }) => endSeat(viewer, ref, { seatId: form.values['seatId'] ?? '' }, how)),
  handover: (event) =>
    change(event, ({ viewer, ref, form, how }) => openHandover(viewer, ref, parsed(openHandoverInput.safeParse(form.values)), how)),
  handedOver: (event) =>
    change(event, ({ viewer, ref, form, how }) => finishHandover(viewer, ref, { handoverId: form.values['handoverId'] ?? '' }, how)),
  file: (event) =>
    change(event, ({ viewer, ref, form, how }) => fileOrganization(viewer, ref, parsed(fileOrganizationInput.safeParse(form.values)), how)),
  end: (event) =>
    change(
      event,
      ({ viewer, ref, form, how }) => endOrganization(viewer, ref, parsed(endOrganizationInput.safeParse(form.values)), how),
      (slug) => `${paths.organizations(slug)}?done=ended`,
    ),
};

type Here = RequestEvent<{ community: string; organization: string }>;
type Deed = { viewer: Viewer; ref: OrganizationRef; form: FormData_; how: { key: string | undefined } };

/** One change, then back to the page that shows it. */
function change(event: Here, work: (deed: Deed) => Promise<unknown>, to?: (slug: string) => string) {
  return formAction(event, async (form): Promise<never> => {
    const { viewer, community } = await deskAt(event.locals, event.params.community);
    if (whyNotSeeRegister(viewer, community.id)) throw new Forbidden();
    const ref = { communityId: community.id, id: event.params.organization };
    await work({ viewer, ref, form, how: { key: form.key } });
    redirect(303, to?.(community.slug) ?? `${paths.organization(community.slug, ref.id)}?done=saved`);
  });
}
