import { toString } from 'qrcode';
import { makePaper } from '#foundation/papers/index.ts';
import { Missing } from '#foundation/refusal.ts';
import { findForms, worksOnConsultations, type FormsToPrint } from '#listen/consultations/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { askedQuestions } from '../../../../../../consultation-words.ts';
import { download } from '../../../../../../receipt-file.ts';
import { sayDay } from '../../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import type { RequestHandler } from './$types';

/** The numbered forms from `from` to `to`, to print: at most a hundred at once. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  if (!worksOnConsultations(viewer, community.id)) throw new Missing();
  const ref = { communityId: community.id, number: params.consultation };
  const number = (name: string): number => Number.parseInt(url.searchParams.get(name) ?? '', 10) || 1;
  const printed = await findForms(viewer, ref, number('from'), number('to'));
  if (printed.forms.length === 0) throw new Missing();
  const address = `${url.origin}${paths.consultation(community.slug, ref.number)}`;
  const code = { svg: await toString(address, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' }), text: m.consult_sheet_web() };
  const office = locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name;
  const paper = await makePaper('consultation-form', {
    locale: locals.locale,
    title: printed.title,
    mark: m.site_seal(),
    office: [office, community.phone].filter(Boolean).join(' · '),
    why: printed.why,
    until: m.consult_sheet_until({ day: sayDay(printed.closesOn) }),
    secret: m.consult_sheet_secret(),
    keep: m.consult_sheet_keep(),
    questions: linesOf(printed),
    forms: printed.forms.map((form) => ({
      numbers: [
        { term: m.consult_sheet_number(), text: String(form.number) },
        { term: m.consult_sheet_code(), text: form.code.replace(/(\d{4})(?=\d)/, '$1 ') },
      ],
      code,
      receipt: [{ term: m.consult_sheet_receipt(), text: form.receipt }],
    })),
  });
  return download(paper, 'pdf', `consultation-${ref.number}`);
};

/** What is ticked or numbered has boxes; free words have lines. */
function linesOf({ questions }: FormsToPrint) {
  return askedQuestions(questions).map(({ kind, words, hint, options }) => ({
    words,
    hint: [hint, kind === 'text' ? '' : kind === 'ranking' ? m.consult_sheet_rank() : m.consult_sheet_tick()].filter(Boolean).join(' '),
    lines: kind === 'text' ? 3 : 0,
    options: options.map(({ label }) => label),
  }));
}
