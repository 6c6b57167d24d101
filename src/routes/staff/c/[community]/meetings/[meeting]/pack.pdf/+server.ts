import { findMeeting, findWholeRoll } from '#discuss/meetings/index.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { meetingPack } from '../../../../../../meeting-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { meetingDeskAt } from '../../meeting-desk.ts';
import type { RequestHandler } from './$types';

/** Everything for the table of one meeting, as one file. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await meetingDeskAt(locals, params.community);
  const ref = { communityId: community.id, number: params.meeting };
  const [page, roll] = await Promise.all([findMeeting(viewer, ref, true), findWholeRoll(viewer, ref)]);
  const name = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  const paper = meetingPack({ name, phone: community.phone }, page, roll.rows, locals.locale);
  return download(await makePaper('meeting-pack', paper), 'pdf', `meeting-${params.meeting}`);
};
