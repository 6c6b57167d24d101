import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { endResponsibility, endResponsibilityInput } from './end-responsibility.ts';
import { enterResponsibility, enterResponsibilityInput } from './enter-responsibility.ts';
import { findResponsibilities } from './find-responsibilities.ts';
import { holders, standings } from './responsibility.ts';

// The register of responsibilities, for programs.

const tag = m.api_tag_community;
const entry = z
  .strictObject({
    id: z.uuid(),
    holder: z.enum(holders),
    standing: z.enum(standings),
    matter: z.string(),
    category: z.string().nullable(),
    basis: z.string().nullable(),
  })
  .meta({ id: 'Responsibility' });

export const responsibilitiesApi = [
  endpoint({
    id: findResponsibilities.name,
    method: 'get',
    path: '/communities/{slug}/responsibilities',
    tag,
    summary: m.responsibilities_api_list,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({ responsibilities: z.array(entry) }),
    run: async ({ params }) => ({ responsibilities: await findResponsibilities((await communityOf(params)).id) }),
  }),
  endpoint({
    id: enterResponsibility.name,
    method: 'post',
    path: '/communities/{slug}/responsibilities',
    tag,
    summary: m.responsibilities_api_enter,
    key: { scope: 'voices:write' },
    body: enterResponsibilityInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityServedBy(viewer, params);
      return { id: (await enterResponsibility(viewer, id, body, how)).responsibilityId };
    },
  }),
  endpoint({
    id: endResponsibility.name,
    method: 'post',
    path: '/communities/{slug}/responsibilities/ending',
    tag,
    summary: m.responsibilities_api_end,
    key: { scope: 'voices:write' },
    body: endResponsibilityInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityServedBy(viewer, params);
      return { id: (await endResponsibility(viewer, id, body, how)).responsibilityId };
    },
  }),
];
