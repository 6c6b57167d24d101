import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { signDemand } from './demand-meeting.ts';
import { findDemands } from './find-demands.ts';
import { signers } from './meeting-kind.ts';

// Demands for meetings, for programs: what runs, and signing for oneself.

const tag = m.api_tag_meetings;
const count = z.number().int();

export const demandsApi = [
  endpoint({
    id: findDemands.name,
    method: 'get',
    path: '/communities/{slug}/meeting-demands',
    tag,
    summary: m.api_list_demands,
    key: { scope: 'voices:read', orNobody: true },
    answer: z.strictObject({
      demands: z.array(
        z.strictObject({
          id: z.uuid(),
          kind: z.string(),
          signedBy: z.enum(signers),
          matter: z.string(),
          signatures: count,
          needed: count,
          owedOn: z.iso.date().nullable(),
        }),
      ),
    }),
    run: async ({ viewer, params }) => {
      const { id } = await communityOf(params);
      const demands = await findDemands(viewer, id);
      return {
        demands: demands.map(({ id: demandId, kind, signedBy, matter, signatures, needed, owedOn }) => ({
          id: demandId,
          kind,
          signedBy,
          matter,
          signatures,
          needed,
          owedOn,
        })),
      };
    },
  }),
  endpoint({
    id: signDemand.name,
    method: 'post',
    path: '/communities/{slug}/meeting-demands/{demand}/signature',
    tag,
    summary: m.api_sign_demand,
    key: { scope: 'voices:write' },
    answer: z.strictObject({ signatures: count }),
    run: async ({ viewer, params, how }) => {
      const { id } = await communityOf(params);
      return signDemand(viewer, { communityId: id, id: params['demand'] ?? '' }, how);
    },
  }),
];
