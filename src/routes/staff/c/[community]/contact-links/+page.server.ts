import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { handsOutCards } from '#listen/cards/index.ts';
import { findLinks, findNearHouseholds, proposeLink, proposeLinkInput, worksOnContacts } from '#listen/contacts/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayDay } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The households one keeps in touch with, in the order of addresses. Nobody is ranked. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await contactsDeskAt(locals, params.community);
  const links = await findLinks(viewer, community.id);
  const building = url.searchParams.get('building') ?? '';
  const near = await findNearHouseholds(viewer, community.id, building);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    office: worksOnContacts(viewer, community.id),
    links: links.map(({ id, household, holder, stage, proposedAt, acceptedAt }) => ({
      id,
      href: paths.contactLink(community.slug, id),
      household,
      holder,
      standing:
        stage === 'active' ? m.contact_since({ day: sayDay(acceptedAt ?? proposedAt) }) : m.contact_asked_on({ day: sayDay(proposedAt) }),
    })),
    building,
    buildings: near.buildings.map(({ id: value, name: label }) => ({ value, label })),
    households: near.households.map(({ id: value, name: label }) => ({ value, label })),
  };
};

export const actions: Actions = {
  propose: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await contactsDeskAt(event.locals, event.params.community);
      const { linkId } = await proposeLink(viewer, community.id, parsed(proposeLinkInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.contactLink(community.slug, linkId));
    }),
};

async function contactsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!handsOutCards(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
