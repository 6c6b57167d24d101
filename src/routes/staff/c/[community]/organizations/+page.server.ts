import { redirect } from '@sveltejs/kit';
import {
  endParty,
  findOrganizations,
  findParties,
  findPartyModule,
  foundOrganization,
  foundOrganizationInput,
  leadModes,
  nameParty,
  namePartyInput,
  organizationKinds,
  partyLevels,
  switchModule,
  switchModuleInput,
  whyNotKeep,
  whyNotSeeRegister,
  whyNotSwitch,
} from '#community/organizations/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { kindWord, leadWord, levelWord, partOf, parts, partWord } from '../../../../organization-words.ts';
import { deskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The register: everybody who does things here, the parties of the joint meeting, and which part of the house is used. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await registerDeskAt(locals, params.community);
  const [rows, parties, partyModule] = await Promise.all([
    findOrganizations(community.id),
    findParties(community.id),
    findPartyModule(community.id),
  ]);
  const named = (one: { name: string; nameEn: string | null }) => (locals.locale === 'en' ? (one.nameEn ?? one.name) : one.name);
  const kinds = organizationKinds.filter((kind) => whyNotKeep(viewer, community.id, kind) === null);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    done: url.searchParams.get('done') === 'saved' ? m.organizations_done_saved() : doneWords(url),
    parts: parts.map((part) => ({
      part,
      word: partWord(part),
      rows: rows
        .filter(({ kind }) => partOf(kind) === part)
        .map((row) => ({
          id: row.id,
          href: paths.organization(community.slug, row.id),
          name: named(row),
          kind: row.level ? levelWord(row.level) : kindWord(row.kind),
          members: row.members,
          filed: row.filedOn ? m.organizations_filed({ day: row.filedOn }) : null,
        })),
    })),
    parties: parties.map((party) => ({ id: party.id, name: named(party), duty: party.duty })),
    partyModule: { on: partyModule.on, reason: partyModule.reason ?? '' },
    mayKeep: kinds.length > 0,
    maySwitch: whyNotSwitch(viewer, community.id) === null,
    choices: {
      kinds: kinds.map((kind) => ({ value: kind, label: kindWord(kind) })),
      levels: partyLevels.map((level) => ({ value: level, label: levelWord(level) })),
      leads: leadModes.map((mode) => ({ value: mode, label: leadWord(mode) })),
      organizations: rows.map((row) => ({ value: row.id, label: named(row) })),
      parents: rows.filter(({ kind }) => kind === 'party_organization').map((row) => ({ value: row.id, label: named(row) })),
    },
  };
};

export const actions: Actions = {
  found: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await registerDeskAt(event.locals, event.params.community);
      const input = parsed(foundOrganizationInput.safeParse(form.values));
      const { organizationId } = await foundOrganization(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.organization(community.slug, organizationId)}?done=founded`);
    }),
  party: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await registerDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: form.values['organizationId'] ?? '' };
      await nameParty(viewer, ref, parsed(namePartyInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.organizations(community.slug)}?done=saved`);
    }),
  endParty: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await registerDeskAt(event.locals, event.params.community);
      await endParty(viewer, community.id, { partyId: form.values['partyId'] ?? '' }, { key: form.key });
      redirect(303, `${paths.organizations(community.slug)}?done=saved`);
    }),
  module: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await registerDeskAt(event.locals, event.params.community);
      await switchModule(viewer, community.id, parsed(switchModuleInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.organizations(community.slug)}?done=saved`);
    }),
};

async function registerDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (whyNotSeeRegister(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}

function doneWords(url: URL): string | null {
  return url.searchParams.get('done') === 'ended' ? m.organizations_done_ended() : null;
}
