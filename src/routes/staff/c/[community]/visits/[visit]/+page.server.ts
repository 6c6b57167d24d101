import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  closeVisit,
  correctVisit,
  correctVisitInput,
  eraseVisit,
  findVisit,
  noticeVisit,
  noticeVisitInput,
  raiseVisitVoice,
  raiseVisitVoiceInput,
  readBackVisit,
  readBackVisitInput,
  type VisitPage,
  type VisitRef,
} from '#listen/visits/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { refusalWords } from '../../../../../refusal-words.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { contactWord, presentWord, purposeWord, resultWord, stepWayWord, stepWord } from '../../../../../visit-words.ts';
import { recordChoices } from '../record-form.ts';
import { photosOf, visitsDeskAt } from '../visits-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** One visit: what was written down, the numbers to tell, and what is still to do. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const visit = await findVisit(viewer, { communityId: community.id, id: params.visit });
  const { slug } = community;
  const choices = recordChoices();
  return {
    key: crypto.randomUUID(),
    slug,
    id: visit.id,
    title: m.visits_page_title({ address: visit.address }),
    back: paths.visitedHome(slug, visit.householdId),
    record: visit.result === null ? paths.recordVisit(slug, visit.householdId) : null,
    pdf: paths.visitPdf(slug, visit.id),
    done: url.searchParams.has('done') ? m.visits_done_saved() : null,
    facts: factsOf(slug, visit),
    numbers: visit.numbers,
    corrections: visit.corrections.map(({ at, words }) => ({ at: sayMoment(at), words })),
    steps: visit.steps.map(({ step, way, at, by }) => [sayMoment(at), stepWord(step), stepWayWord(way), by].filter(Boolean).join(' · ')),
    whyNot: {
      notice: visit.whyNot.notice && refusalWords(visit.whyNot.notice),
      raise: visit.whyNot.raise && refusalWords(visit.whyNot.raise),
      readBack: visit.whyNot.readBack && refusalWords(visit.whyNot.readBack),
      correct: visit.whyNot.correct && refusalWords(visit.whyNot.correct),
      close: visit.whyNot.close && refusalWords(visit.whyNot.close),
      erase: visit.whyNot.erase && refusalWords(visit.whyNot.erase),
    },
    made: visit.result === 'done' && !visit.erased,
    kinds: choices.kinds,
    readings: choices.readings,
  };
};

function factsOf(slug: string, visit: VisitPage) {
  const { at, result, officer, companion, purpose, present, contact, nextStep, numbers, stage, erased, late } = visit;
  const written = (term: string, text: string | null | undefined) => (text ? [{ term, text }] : []);
  return [
    { term: m.visits_page_at(), text: sayMoment(at) },
    { term: m.visits_page_by(), text: [officer, companion].filter(Boolean).join(m.rights_comma()) },
    ...written(m.visits_form_result(), result && resultWord(result)),
    ...written(m.visits_form_purpose(), purpose && purposeWord(purpose)),
    ...written(m.visits_page_present(), present.map(presentWord).join(m.rights_comma())),
    ...numbers.map((number) => ({ term: m.visits_page_numbers(), text: number, href: paths.staffVoice(slug, number) })),
    ...written(m.visits_form_next(), nextStep),
    ...written(m.visits_form_contact(), contact && contactWord(contact)),
    { term: m.visits_stage(), text: erased ? m.visits_mine_erased() : stepWord(stage), strong: true },
    ...written(m.visits_form_at(), late ? m.visits_page_late() : null),
  ];
}

export const actions: Actions = {
  notice: (event) =>
    deed(event, async (form, viewer, ref) => {
      await noticeVisit(viewer, ref, parsed(noticeVisitInput.safeParse(form.values)), { key: form.key });
    }),
  raise: (event) =>
    deed(event, async (form, viewer, ref) => {
      const asked = { ...form.values, anonymous: form.values['anonymous'] === 'yes' };
      await raiseVisitVoice(viewer, ref, parsed(raiseVisitVoiceInput.safeParse(asked)), await photosOf(form), { key: form.key });
    }),
  read: (event) =>
    deed(event, async (form, viewer, ref) => {
      await readBackVisit(viewer, ref, parsed(readBackVisitInput.safeParse(form.values)), { key: form.key });
    }),
  correct: (event) =>
    deed(event, async (form, viewer, ref) => {
      const input = correctVisitInput.safeParse({ words: form.values['correction'], way: 'visit' });
      await correctVisit(viewer, ref, parsed(input), { key: form.key });
    }),
  close: (event) =>
    deed(event, async (form, viewer, ref) => {
      await closeVisit(viewer, ref, { key: form.key });
    }),
  erase: (event) =>
    deed(event, async (form, viewer, ref) => {
      await eraseVisit(viewer, ref, { way: 'desk' }, { key: form.key });
    }),
};

/** One thing done, and back to the page, which says so. */
function deed(
  event: RequestEvent<{ community: string; visit: string }>,
  work: (form: FormData_, viewer: App.Locals['viewer'], ref: VisitRef) => Promise<void>,
) {
  return formAction(event, async (form) => {
    const { viewer, community } = await visitsDeskAt(event.locals, event.params.community);
    await work(form, viewer, { communityId: community.id, id: event.params.visit });
    redirect(303, `${paths.visit(community.slug, event.params.visit)}?done=saved`);
  });
}
