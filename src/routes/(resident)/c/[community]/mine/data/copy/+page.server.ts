import { redirect } from '@sveltejs/kit';
import { findOwnData } from '#listen/data-requests/index.ts';
import { paths } from '#paths';
import { copySections } from '../../../../../../data-copy.ts';
import type { PageServerLoad } from './$types';

/** The same copy to be read and printed. */
export const load: PageServerLoad = async ({ parent, locals }) => {
  const { id, slug, shownName } = (await parent()).community;
  const { viewer } = locals;
  if (!viewer.personId && viewer.holds?.communityId !== id) redirect(303, paths.residentSignIn(slug));
  return { copy: copySections(shownName, await findOwnData(viewer, id)) };
};
