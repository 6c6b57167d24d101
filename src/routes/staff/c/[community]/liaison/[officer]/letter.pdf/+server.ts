import { Missing } from '#foundation/refusal.ts';
import { makePaper } from '#foundation/papers/index.ts';
import { findOfficer } from '#listen/liaison/index.ts';
import { appointmentPaper } from '../../../../../../appointment-paper.ts';
import { download } from '../../../../../../receipt-file.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** The letter of appointment, for the office and for the officer. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const officer = await findOfficer(viewer, community.id, params.officer);
  if (officer.places.length === 0) throw new Missing();
  const office = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  return download(
    await makePaper('appointment-letter', appointmentPaper(locals.locale, office, officer)),
    'pdf',
    `huiyin-letter-${officer.letter}`,
  );
};
