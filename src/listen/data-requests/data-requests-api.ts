import { z } from 'zod';
import { communityOf, communityServedBy, endpoint } from '#community/programs/index.ts';
import { findLooks } from '#community/people/index.ts';
import {
  allowPublication,
  allowPublicationInput,
  correctContact,
  correctContactInput,
  findVoicePage,
  withdrawPublication,
  withdrawPublicationInput,
} from '#listen/voices/index.ts';
import { m } from '#words';
import { askDataRequest, askDataRequestInput } from './ask-data-request.ts';
import { outcomes, requestKinds, requestWays } from './data-request.ts';
import { decideDataRequest, decideDataRequestInput } from './decide-data-request.ts';
import { findDataRequests } from './find-data-requests.ts';

// The rights of the person for programs. With number and code one asks for oneself; with a token the office writes down
// what somebody asked for, and decides. A copy of the data itself is for the person's own hands: it has no address here.

const time = z.iso.datetime();
const voice = '/communities/{slug}/voices/{number}';
const byCode = { scope: 'voices:write', orCode: true } as const;
const done = z.strictObject({ number: z.string() }).meta({ id: 'Number' });

const dataRequest = z
  .strictObject({
    id: z.uuid(),
    kind: z.enum(requestKinds),
    way: z.enum(requestWays),
    number: z.string().nullable(),
    askedAt: time,
    dueAt: time,
    late: z.boolean(),
    outcome: z.enum(outcomes).nullable(),
    decidedAt: time.nullable(),
  })
  .meta({ id: 'DataRequest' });

const look = z
  .strictObject({ at: time, by: z.string().nullable(), role: z.string(), fields: z.array(z.string()), purpose: z.string() })
  .meta({ id: 'Look' });

export const dataRequestsApi = [
  endpoint({
    id: askDataRequest.name,
    method: 'post',
    path: `${voice}/data-request`,
    tag: m.api_tag_rights,
    summary: m.api_ask_data_request,
    key: byCode,
    body: askDataRequestInput.omit({ number: true }),
    answer: z.strictObject({ id: z.uuid(), dueAt: time }),
    run: async ({ viewer, params, body, how }) => {
      const { id } = await communityOf(params);
      const { requestId, dueAt } = await askDataRequest(viewer, id, { ...body, number: params['number'] ?? '' }, how);
      return { id: requestId, dueAt };
    },
  }),
  endpoint({
    id: findDataRequests.name,
    method: 'get',
    path: '/communities/{slug}/data-requests',
    tag: m.api_tag_rights,
    summary: m.api_list_data_requests,
    key: { scope: 'voices:read' },
    query: z.object({ which: z.enum(['open', 'decided']).default('open') }),
    answer: z.strictObject({ dataRequests: z.array(dataRequest) }),
    run: async ({ viewer, params, query }) => {
      const { id } = await communityServedBy(viewer, params);
      const rows = await findDataRequests(viewer, id, query.which);
      return {
        dataRequests: rows.map(({ id: requestId, kind, way, number, askedAt, dueAt, late, outcome, decidedAt }) => ({
          id: requestId,
          kind,
          way,
          number,
          late,
          outcome,
          askedAt: askedAt.toISOString(),
          dueAt: dueAt.toISOString(),
          decidedAt: decidedAt && decidedAt.toISOString(),
        })),
      };
    },
  }),
  endpoint({
    id: decideDataRequest.name,
    method: 'post',
    path: '/communities/{slug}/data-requests/{id}/decision',
    tag: m.api_tag_rights,
    summary: m.api_decide_data_request,
    key: { scope: 'voices:write' },
    body: decideDataRequestInput,
    answer: z.strictObject({ id: z.uuid() }),
    run: async ({ viewer, params, body, how }) => {
      const { id: communityId } = await communityOf(params);
      const { requestId } = await decideDataRequest(viewer, { communityId, id: params['id'] ?? '' }, body, how);
      return { id: requestId };
    },
  }),
  endpoint({
    id: findLooks.name,
    method: 'get',
    path: `${voice}/looks`,
    tag: m.api_tag_rights,
    summary: m.api_show_looks,
    key: { scope: 'voices:read', orCode: true },
    answer: z.strictObject({ looks: z.array(look) }),
    run: async ({ viewer, params }) => {
      const { id } = await communityOf(params);
      // Whoever can't reach the voice doesn't learn that it exists; whoever reaches it but didn't speak reads nothing.
      const page = await findVoicePage(viewer, { communityId: id, number: params['number'] ?? '' });
      const looks = page.asSpeaker ? await findLooks(viewer, id, page.id) : [];
      return { looks: looks.map(({ at, by, role, fields, purpose }) => ({ at: at.toISOString(), by, role, fields, purpose })) };
    },
  }),
  endpoint({
    id: allowPublication.name,
    method: 'post',
    path: `${voice}/publication-consent`,
    tag: m.api_tag_rights,
    summary: m.api_give_consent,
    key: byCode,
    body: allowPublicationInput,
    answer: done,
    run: async ({ viewer, params, body, how }) => allowPublication(viewer, await refOf(params), body, how),
  }),
  endpoint({
    id: withdrawPublication.name,
    method: 'post',
    path: `${voice}/publication-consent-withdrawal`,
    tag: m.api_tag_rights,
    summary: m.api_withdraw_consent,
    key: byCode,
    body: withdrawPublicationInput,
    answer: z.strictObject({ number: z.string(), takenDown: z.boolean() }),
    run: async ({ viewer, params, body, how }) => withdrawPublication(viewer, await refOf(params), body, how),
  }),
  endpoint({
    id: correctContact.name,
    method: 'post',
    path: `${voice}/contact-correction`,
    tag: m.api_tag_rights,
    summary: m.api_correct_contact,
    key: byCode,
    body: correctContactInput,
    answer: done,
    run: async ({ viewer, params, body, how }) => correctContact(viewer, await refOf(params), body, how),
  }),
];

async function refOf(params: Record<string, string>): Promise<{ communityId: number; number: string }> {
  const { id } = await communityOf(params);
  return { communityId: id, number: params['number'] ?? '' };
}
