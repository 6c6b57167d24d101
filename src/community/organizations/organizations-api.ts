import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { enterMember, enterMemberInput } from './enter-member.ts';
import { findMembers } from './find-members.ts';
import { findOrganizations } from './find-organizations.ts';
import { foundOrganization, foundOrganizationInput } from './found-organization.ts';
import { offices, organizationKinds } from './organization.ts';

// The register of organizations for programs: everybody may read it, the office writes in it.

const organization = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(organizationKinds),
    name: z.string(),
    nameEn: z.string().nullable(),
    purpose: z.string().nullable(),
    phone: z.string().nullable(),
    members: z.number().int(),
  })
  .meta({ id: 'Organization' });
const member = z
  .strictObject({ name: z.string().nullable(), office: z.enum(offices), startsOn: z.string(), termEndsOn: z.string().nullable() })
  .meta({ id: 'OrganizationMember' });

export const organizationsApi = [
  endpoint({
    id: findOrganizations.name,
    method: 'get',
    path: '/communities/{slug}/organizations',
    tag: m.api_tag_community,
    summary: m.organizations_api_list,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({ organizations: z.array(organization) }),
    run: async ({ params }) => {
      const rows = await findOrganizations((await communityOf(params)).id);
      return {
        organizations: rows.map(({ id, kind, name, nameEn, purpose, phone, members }) => ({
          id,
          kind,
          name,
          nameEn,
          purpose,
          phone,
          members,
        })),
      };
    },
  }),
  endpoint({
    id: findMembers.name,
    method: 'get',
    path: '/communities/{slug}/organizations/{organization}/members',
    tag: m.api_tag_community,
    summary: m.organizations_api_members,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({ members: z.array(member) }),
    run: async ({ params }) => {
      const { id } = await communityOf(params);
      // Who takes part without an office is counted in the list of organizations, never listed.
      const rows = (await findMembers(id, params['organization'] ?? '')).filter(({ name }) => name !== null);
      return { members: rows.map(({ name, office, startsOn, termEndsOn }) => ({ name, office, startsOn, termEndsOn })) };
    },
  }),
  endpoint({
    id: foundOrganization.name,
    method: 'post',
    path: '/communities/{slug}/organizations',
    tag: m.api_tag_community,
    summary: m.organizations_api_found,
    key: { scope: 'voices:write' },
    body: foundOrganizationInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityServedBy(viewer, params);
      const { organizationId } = await foundOrganization(viewer, id, body, how);
      return { id: organizationId };
    },
  }),
  endpoint({
    id: enterMember.name,
    method: 'post',
    path: '/communities/{slug}/organizations/{organization}/members',
    tag: m.api_tag_community,
    summary: m.organizations_api_enter,
    key: { scope: 'voices:write' },
    body: enterMemberInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityServedBy(viewer, params);
      const { membershipId } = await enterMember(viewer, { communityId: id, id: params['organization'] ?? '' }, body, how);
      return { id: membershipId };
    },
  }),
];
