import { Missing } from '#foundation/refusal.ts';
import { takeHome } from '#ledger/receipts/index.ts';
import { findReceipt, findReceivedEvent } from '#listen/voices/index.ts';
import { paperReceipt, proofFile, proofPicture } from '../../../../../../receipt-file.ts';
import { receiptPaper } from '../../../../../../receipt-paper.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** The receipt to hand over, for whoever wrote the voice down; never once it is walled off from them. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const { number, paper } = params;
  const ref = { communityId: community.id, number };
  const receipt = await findReceipt(viewer, ref);
  if (receipt.code === null) throw new Missing();
  const home = await takeHome(await findReceivedEvent(viewer, ref));
  if (paper === 'pdf') {
    const name = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
    const handed = {
      locale: locals.locale,
      url,
      slug: community.slug,
      office: [name, community.phone].filter(Boolean).join(' · '),
      number,
      code: `${receipt.code.slice(0, 4)} ${receipt.code.slice(4)}`,
      receivedAt: receipt.receivedAt,
      dueAt: receipt.dueAt,
      answerable: receipt.receiverName,
    };
    return paperReceipt(await receiptPaper(handed, home), number);
  }
  if (!home) throw new Missing();
  if (paper === 'tlog-proof') return proofFile(home, number);
  if (paper === 'svg') return proofPicture(home, url);
  throw new Missing();
};
