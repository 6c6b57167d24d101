import { redirect } from '@sveltejs/kit';
import { makePaper } from '#foundation/papers/index.ts';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { findOwnData } from '#listen/data-requests/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { copySections } from '../../../../../../data-copy.ts';
import { download } from '../../../../../../receipt-file.ts';
import { communityAt, shownName } from '../../../community-at.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of whoever asks, on paper. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const community = await communityAt(params.community);
  const { viewer, locale } = locals;
  if (!viewer.personId && viewer.holds?.communityId !== community.id) redirect(303, paths.residentSignIn(community.slug));
  const data = await findOwnData(viewer, community.id);
  const office = shownName(community, locale);
  const words = { title: m.rights_copy_title(), none: m.rights_copy_none(), mark: m.site_seal() };
  const paper = { locale, office, ...words, ...copySections(office, data) };
  return download(await makePaper('own-data', paper), 'pdf', `my-data-${community.slug}-${shanghaiDay(data.at)}`);
};
