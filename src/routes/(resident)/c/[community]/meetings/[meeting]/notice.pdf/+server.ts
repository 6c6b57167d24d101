import { findMeeting } from '#discuss/meetings/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { noticeLetter } from '../../../../../../meeting-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { communityAt, shownName } from '../../../community-at.ts';
import type { RequestHandler } from './$types';

/** The notice as it was frozen, to print and hang up. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const community = await communityAt(params.community);
  const { notice } = await findMeeting(locals.viewer, { communityId: community.id, number: params.meeting }, false);
  if (!notice) throw new Missing();
  const office = { name: shownName(community, locals.locale), phone: community.phone };
  return download(await makePaper('letter', noticeLetter(office, notice.content, locals.locale)), 'pdf', `notice-${params.meeting}`);
};
