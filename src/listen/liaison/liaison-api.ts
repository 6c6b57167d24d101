import { z } from 'zod';
import { communityOf, endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { findCoverage } from './find-coverage.ts';

// Liaison officers for programs: what hangs on the notice board, and nothing else.

const officer = z.strictObject({ name: z.string(), phone: z.string().nullable(), place: z.string() }).meta({ id: 'LiaisonOfficer' });

export const liaisonApi = [
  endpoint({
    id: 'findLiaisonOfficers',
    method: 'get',
    path: '/communities/{slug}/liaison-officers',
    tag: m.liaison_nav,
    summary: m.liaison_api_list,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({ buildings: z.array(z.strictObject({ id: z.uuid(), name: z.string(), officers: z.array(officer) })) }),
    run: async ({ params }) => {
      const buildings = await findCoverage((await communityOf(params)).id);
      return {
        buildings: buildings.map(({ id, name, officers }) => ({
          id,
          name,
          officers: officers.map(({ name: shown, phone, place }) => ({ name: shown, phone, place })),
        })),
      };
    },
  }),
];
