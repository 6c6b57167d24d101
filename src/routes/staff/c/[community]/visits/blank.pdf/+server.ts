import { makePaper } from '#foundation/papers/index.ts';
import { download } from '../../../../../receipt-file.ts';
import { visitRecordPaper } from '../../../../../visit-paper.ts';
import { visitsDeskAt } from '../visits-desk.ts';
import type { RequestHandler } from './$types';

/** A blank record of a visit, for those who write at the door. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { community } = await visitsDeskAt(locals, params.community);
  const office = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  const paper = visitRecordPaper({ locale: locals.locale, office, phone: community.phone ?? '' });
  return download(await makePaper('visit-record', paper), 'pdf', 'huiyin-visit-blank');
};
