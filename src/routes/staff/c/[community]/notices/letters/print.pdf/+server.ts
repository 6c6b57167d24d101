import { takeLetters, tellsByHand } from '#community/notices/index.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { lettersPaper } from '../../../../../../letters-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { deskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** All letters that wait, as one PDF. A POST, because names are opened for it and that is written down. */
export const POST: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  if (!tellsByHand(viewer, community.id)) throw new Forbidden();
  const letters = await takeLetters(viewer, community.id);
  return download(await makePaper('notice-letters', lettersPaper(community, letters, locals.locale)), 'pdf', 'letters');
};
