import { makePaper } from '#foundation/papers/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { findVisit } from '#listen/visits/index.ts';
import { m } from '#words';
import { download } from '../../../../../../receipt-file.ts';
import { sayMoment } from '../../../../../../say-date.ts';
import { visitRecordPaper } from '../../../../../../visit-paper.ts';
import { presentWord, purposeWord } from '../../../../../../visit-words.ts';
import { visitsDeskAt } from '../../visits-desk.ts';
import type { RequestHandler } from './$types';

/** The record on paper, for the household to keep or to sign. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const visit = await findVisit(viewer, { communityId: community.id, id: params.visit });
  if (visit.result === null) throw new Missing();
  const office = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  const read = visit.steps.findLast(({ step }) => step === 'read_back')?.way;
  const paper = visitRecordPaper(
    { locale: locals.locale, office, phone: community.phone ?? '' },
    {
      date: sayMoment(visit.at),
      by: [visit.officer, visit.companion].filter(Boolean).join(m.rights_comma()),
      household: visit.address,
      present: visit.present.map(presentWord).join(m.rights_comma()),
      result: visit.result === 'nobody_home' ? 'absent' : visit.result,
      voice: visit.numbers.join(m.rights_comma()),
      ...(visit.purpose && { purpose: purposeWord(visit.purpose) }),
      ...(visit.nextStep && { next: visit.nextStep }),
      ...(visit.contact && { contact: visit.contact }),
      ...((read === 'signed' || read === 'spoken' || read === 'unwilling') && { read }),
    },
  );
  return download(await makePaper('visit-record', paper), 'pdf', 'huiyin-visit');
};
