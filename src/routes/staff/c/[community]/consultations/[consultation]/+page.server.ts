import { redirect, type RequestEvent } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import {
  addNote,
  addNoteInput,
  addQuestion,
  approveConsultation,
  clearText,
  clearTextInput,
  closeConsultation,
  dropQuestion,
  editConsultation,
  findConsultation,
  findDesk,
  findTextsToClear,
  pointOutcomes,
  printForms,
  printFormsInput,
  questionKinds,
  respondInput,
  respondToConsultation,
  returnConsultation,
  returnConsultationInput,
  worksOnConsultations,
  writeConsultationInput,
  writeQuestionInput,
  type ConsultationPage,
  type ConsultationRef,
} from '#listen/consultations/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { askedQuestions } from '../../../../../consultation-words.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import { frameChoices } from '../frame-choices.ts';
import type { Actions, PageServerLoad } from './$types';

type Event = RequestEvent<{ community: string; consultation: string }>;

/** One consultation for the office: what comes next, and why not yet. Never a number before the count is closed. */
export const load: PageServerLoad = async (event) => {
  const { viewer, ref, slug } = await at(event);
  const [one, desk] = await Promise.all([findConsultation(viewer, ref), findDesk(viewer, ref)]);
  const { whyNot } = desk;
  return {
    key: crypto.randomUUID(),
    slug,
    number: one.number,
    title: one.title,
    why: one.why,
    stage: m[`consult_stage_${one.shown}`](),
    facts: [
      { term: m.consult_desk_kind(), text: m[`consult_kind_${one.kind}`]() },
      { term: m.consult_who_may(), text: m[`consult_audience_${one.audience}`]() },
      { term: m.consult_days(), text: `${sayDay(one.opensOn)} – ${sayDay(one.closesOn)}` },
      { term: m.consult_desk_written_by(), text: desk.writtenBy ?? '–' },
      { term: m.consult_desk_paper(), text: m.consult_desk_forms({ many: one.forms }) },
    ],
    frame: one.stage === 'draft' ? { ...frameChoices(), values: frameOf(one) } : null,
    questions: askedQuestions(one.questions),
    steps: desk.steps.map(({ step, reason, at: when, by }) =>
      [sayMoment(when), m[`consult_step_${step}`](), by ?? m.consult_desk_clock(), reason].filter(Boolean).join(' · '),
    ),
    printed: printedAt(event.url, slug, one.number),
    isDraft: one.stage === 'draft',
    isPublic: one.stage !== 'draft' && one.stage !== 'approved',
    isOpen: one.stage === 'open' || one.stage === 'approved',
    hasResults: whyNot.respond === null,
    forResidents: one.audience === 'residents',
    waiting: desk.waiting > 0 ? m.consult_desk_waiting({ many: desk.waiting }) : null,
    whyNot: { approve: said(whyNot.approve), giveBack: said(whyNot.giveBack), print: said(whyNot.print), close: said(whyNot.close) },
    texts: whyNot.respond === null ? await findTextsToClear(viewer, ref) : [],
    kinds: questionKinds.map((kind) => ({ value: kind, label: m[`consult_question_${kind}`]() })),
    outcomes: pointOutcomes.map((outcome) => ({ value: outcome, label: m[`consult_outcome_${outcome}`]() })),
  };
};

/** The frame as its form sends it. */
function frameOf({ kind, title, why, audience, askedCount, opensOn, closesOn, topicLink }: ConsultationPage): Record<string, string> {
  const rest = { ...(askedCount !== null && { askedCount: String(askedCount) }), ...(topicLink !== null && { topicLink }) };
  return { kind, title, why, audience, opensOn, closesOn, ...rest };
}

/** The forms just numbered, at most a hundred to a file. */
function printedAt({ searchParams }: URL, slug: string, number: string): { words: string; href: string }[] {
  const [from = 0, to = 0] = ['from', 'to'].map((name) => Number.parseInt(searchParams.get(name) ?? '', 10) || 0);
  if (from < 1 || to < from || to - from >= 500) return [];
  return Array.from({ length: Math.ceil((to - from + 1) / 100) }, (_, part) => {
    const first = from + part * 100;
    const last = Math.min(to, first + 99);
    return { words: m.consult_desk_printed({ from: first, to: last }), href: paths.consultationForms(slug, number, first, last) };
  });
}

function said(code: string | null): string | null {
  return code && refusalWords(code);
}

export const actions: Actions = {
  edit: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await editConsultation(viewer, ref, parsed(writeConsultationInput.safeParse(values)), { key });
    }),
  add: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      const input = { ...values, required: values['required'] === 'yes' };
      await addQuestion(viewer, ref, parsed(writeQuestionInput.safeParse(input)), { key });
    }),
  drop: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await dropQuestion(viewer, ref, Number.parseInt(values['position'] ?? '0', 10), { key });
    }),
  approve: (event) =>
    posted(event, async ({ viewer, ref }, { key }) => {
      await approveConsultation(viewer, ref, { key });
    }),
  return: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await returnConsultation(viewer, ref, parsed(returnConsultationInput.safeParse(values)), { key });
    }),
  print: (event) =>
    posted(event, async ({ viewer, ref, slug }, { values, key }) => {
      const { from, to } = await printForms(viewer, ref, parsed(printFormsInput.safeParse(values)), { key });
      redirect(303, `${paths.consultationDesk(slug, ref.number)}?from=${from}&to=${to}#print`);
    }),
  close: (event) =>
    posted(event, async ({ viewer, ref }, { key }) => {
      await closeConsultation(viewer, ref, { key });
    }),
  note: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await addNote(viewer, ref, parsed(addNoteInput.safeParse(values)), { key });
    }),
  clear: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await clearText(viewer, ref, parsed(clearTextInput.safeParse(values)), { key });
    }),
  respond: (event) =>
    posted(event, async ({ viewer, ref }, { values, key }) => {
      await respondToConsultation(viewer, ref, parsed(respondInput.safeParse(values)), { key });
    }),
};

type At = { viewer: Viewer; ref: ConsultationRef; slug: string };

/** Every deed leads back to the page, which shows what has changed. */
function posted(event: Event, work: (here: At, form: FormData_) => Promise<void>) {
  return formAction(event, async (form) => {
    Object.assign(form.values, { key: form.key ?? crypto.randomUUID() });
    const here = await at(event);
    await work(here, form);
    redirect(303, paths.consultationDesk(here.slug, here.ref.number));
  });
}

async function at({ locals, params }: Pick<Event, 'locals' | 'params'>): Promise<At> {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  if (!worksOnConsultations(viewer, community.id)) throw new Forbidden();
  return { viewer, ref: { communityId: community.id, number: params.consultation }, slug: community.slug };
}
