import { findDelegation } from '#act/delegations/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { agreementPaper } from '../../../../../../delegation-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { communityAt, shownName } from '../../../community-at.ts';
import type { RequestHandler } from './$types';

/** The agreement to print: for everybody once it is signed, before that for those who are to sign it. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const community = await communityAt(params.community);
  const page = await findDelegation(locals.viewer, { communityId: community.id, number: params.delegation });
  const { agreement, who } = page;
  if (!agreement || !(agreement.signedAt || who.leads || who.office)) throw new Missing();
  const office = { name: shownName(community, locals.locale), phone: community.phone };
  return download(
    await makePaper('delegation-agreement', agreementPaper(office, page, agreement, locals.locale)),
    'pdf',
    `agreement-${params.delegation}`,
  );
};
