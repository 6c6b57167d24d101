import { z } from 'zod';
import { endpoint } from '#community/programs/index.ts';
import { m } from '#words';
import { findCommunities } from './find-communities.ts';

const communityRecord = z
  .strictObject({
    slug: z.string(),
    name: z.string(),
    nameEn: z.string().nullable(),
    street: z.string(),
    district: z.string(),
    phone: z.string().nullable(),
    officeHours: z.string().nullable(),
  })
  .meta({ id: 'Community' });

export const communitiesApi = [
  endpoint({
    id: 'listCommunities',
    method: 'get',
    path: '/communities',
    tag: m.api_tag_community,
    summary: m.api_list_communities,
    key: { scope: null, orNobody: true },
    answer: z.strictObject({ communities: z.array(communityRecord) }),
    run: async () => ({
      communities: (await findCommunities()).map((one) => ({
        slug: one.slug,
        name: one.name,
        nameEn: one.nameEn,
        street: one.streetName,
        district: one.districtName,
        phone: one.phone,
        officeHours: one.officeHours,
      })),
    }),
  }),
];
