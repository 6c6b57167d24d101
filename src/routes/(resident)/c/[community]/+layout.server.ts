import { error } from '@sveltejs/kit';
import { findCommunity } from '#community/places/index.ts';
import { refusalWords } from '../../../refusal-words.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ params, locals }) => {
  const community = await findCommunity(params.community);
  if (!community) error(404, { message: refusalWords('access.not-found') });
  const name = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  return { community: { ...community, shownName: name }, signedIn: locals.viewer.kind === 'resident' ? locals.viewer.name : null };
};
