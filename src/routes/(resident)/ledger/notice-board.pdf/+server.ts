import { makePaper } from '#foundation/papers/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { remembered } from '#foundation/remembered.ts';
import { paths } from '#paths';
import { download } from '../../../receipt-file.ts';
import { ledgerState } from '../ledger-facts.ts';
import { noticePaper } from '../notice-paper.ts';
import type { RequestHandler } from './$types';

/** The weekly sheet for the notice board, in both languages: a witness without computers. Made once a minute at most. */
export const GET: RequestHandler = async ({ url }) => {
  const state = await ledgerState('now');
  if (!state?.root) throw new Missing();
  return download(await sheet(`${url.origin}${paths.verify()}`), 'pdf', 'huiyin-ledger');
};

const sheet = remembered(60, async (verify: string) => {
  const state = await ledgerState('now');
  if (!state) throw new Missing();
  return makePaper('notice-board', await noticePaper(state, verify));
});
