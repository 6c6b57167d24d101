import { Forbidden } from '#foundation/refusal.ts';
import { findRoleChoices, invitePerson, invitePersonInput } from '#community/people/index.ts';
import { paths } from '#paths';
import { parsed } from '../../../../../form-action.ts';
import { proven, provenFirst } from '../../../../proven.ts';
import { communityOf } from '../community-of.ts';
import { rolePlaces } from '../role-places.ts';
import type { Actions, PageServerLoad } from './$types';

/** A new colleague: name, username, role, and a password to hand over. */
export const load: PageServerLoad = async (event) => {
  const { viewer, community } = await communityOf(event.locals, event.params.community);
  const roles = await findRoleChoices(viewer, community.id);
  if (roles.length === 0) throw new Forbidden();
  if (event.request.method !== 'POST') provenFirst(event);
  return { slug: community.slug, key: crypto.randomUUID(), roles, places: await rolePlaces(community.id, roles) };
};

export const actions: Actions = {
  default: (event) =>
    proven(event, paths.invite(event.params.community), async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const input = parsed(invitePersonInput.safeParse(form.values));
      const invited = await invitePerson(viewer, event.locals.session, community.id, input, { key: form.key });
      return { invited: { ...invited, name: input.name } };
    }),
};
