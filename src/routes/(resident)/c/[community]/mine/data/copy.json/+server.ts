import { redirect } from '@sveltejs/kit';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import { findOwnData } from '#listen/data-requests/index.ts';
import { paths } from '#paths';
import { download } from '../../../../../../receipt-file.ts';
import { communityAt } from '../../../community-at.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of whoever asks, for a program [law PIPL 45]. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { id, slug } = await communityAt(params.community);
  const { viewer } = locals;
  if (!viewer.personId && viewer.holds?.communityId !== id) redirect(303, paths.residentSignIn(slug));
  const data = await findOwnData(viewer, id);
  return download(JSON.stringify(data, null, 2), 'json', `my-data-${slug}-${shanghaiDay(data.at)}`);
};
