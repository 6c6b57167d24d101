import { findStoppable, stopMessages } from '#community/notices/index.ts';
import { findCommunities } from '#community/places/index.ts';
import { formAction } from '../../../form-action.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where the link at the foot of a letter leads. Looking changes nothing: mail scanners look, too. */
export const load: PageServerLoad = async ({ params, locals }) => {
  const { communityId, what, stopped } = await findStoppable(params.token);
  const community = (await findCommunities()).find(({ id }) => id === communityId);
  const name = locals.locale === 'en' ? (community?.nameEn ?? community?.name) : community?.name;
  return { what, stopped, name: name ?? '', phone: community?.phone ?? null };
};

export const actions: Actions = {
  // Programs that read mail post here by themselves (RFC 8058).
  default: (event) => formAction(event, () => stopMessages(event.params.token)),
};
