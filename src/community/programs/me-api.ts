import { z } from 'zod';
import { roleNames, tokenScopes } from '#community/people/index.ts';
import { findCommunities } from '#community/places/index.ts';
import { m } from '#words';
import { endpoint } from './endpoint.ts';

const meRecord = z
  .strictObject({
    id: z.uuid().nullable(),
    name: z.string().nullable(),
    scopes: z.array(z.enum(tokenScopes)),
    roles: z.array(z.strictObject({ role: z.enum(roleNames), communities: z.array(z.string()) })),
  })
  .meta({ id: 'Me' });

export const meApi = [
  endpoint({
    id: 'showMe',
    method: 'get',
    path: '/me',
    tag: m.api_tag_community,
    summary: m.api_show_me,
    key: { scope: null },
    answer: meRecord,
    run: async ({ viewer, scopes }) => {
      const slugs = new Map((await findCommunities()).map(({ id, slug }) => [id, slug]));
      return {
        id: viewer.personId,
        name: viewer.name,
        scopes,
        roles: viewer.grants.map(({ role, communityIds }) => ({ role, communities: communityIds.flatMap((id) => slugs.get(id) ?? []) })),
      };
    },
  }),
];
