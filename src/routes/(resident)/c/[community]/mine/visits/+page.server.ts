import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  correctVisit,
  correctVisitInput,
  eraseVisit,
  findOwnVisits,
  rhythms,
  wishVisits,
  wishVisitsInput,
  withdrawNote,
  type OwnVisit,
} from '#listen/visits/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../form-action.ts';
import { sayDay, sayMoment } from '../../../../../say-date.ts';
import { contactWord, presentWord, purposeWord, resultWord, rhythmWord } from '../../../../../visit-words.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is kept of visits to one's home, who looked, and how one wishes to be visited. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  const { viewer } = locals;
  if (!viewer.personId) redirect(303, paths.residentSignIn(slug));
  const { homes, visits, notes, looks } = await findOwnVisits(viewer, id);
  return {
    key: crypto.randomUUID(),
    done: url.searchParams.has('done') ? m.visits_done_saved() : null,
    homes: homes.map(({ householdId, address, rhythm, twoPeople }) => ({ id: householdId, address, rhythm, two: twoPeople })),
    wishes: rhythms.map((one) => ({ value: one, label: rhythmWord(one) })),
    visits: visits.map((visit) => ({
      id: visit.id,
      title: [sayDay(visit.at), resultWord(visit.result)].join(' · '),
      erased: visit.erased,
      facts: factsOf(visit),
      numbers: visit.numbers.map((number) => ({ number, href: paths.follow(slug, number) })),
      corrections: visit.corrections.map(({ at, words }) => ({ at: sayMoment(at), words })),
    })),
    notes: notes.map(({ id: noteId, consentedAt, keptFrom, readers }) => ({
      id: noteId,
      facts: m.visits_note_facts({ day: sayDay(consentedAt), until: sayDay(keptFrom), readers: readers.join(m.rights_comma()) }),
    })),
    looks: looks.map(({ at, by, what }) => ({ at: sayMoment(at), iso: at.toISOString(), words: lookWord(by ?? '', what) })),
  };
};

function factsOf({ at, by, purpose, present, nextStep, contact }: OwnVisit) {
  const written = (term: string, text: string | null) => (text ? [{ term, text }] : []);
  return [
    { term: m.visits_page_at(), text: sayMoment(at) },
    { term: m.visits_page_by(), text: by.join(m.rights_comma()) },
    ...written(m.visits_form_purpose(), purpose && purposeWord(purpose)),
    ...written(m.visits_page_present(), present.map(presentWord).join(m.rights_comma())),
    ...written(m.visits_form_next(), nextStep),
    ...written(m.visits_form_contact(), contact && contactWord(contact)),
  ];
}

function lookWord(name: string, what: string): string {
  if (what === 'visit_note') return m.visits_look({ name, what: m.visits_look_visit_note() });
  return m.visits_look({ name, what: what === 'visit' ? m.visits_look_visit() : m.visits_look_visit_list() });
}

export const actions: Actions = {
  wish: (event) =>
    deed(event, async (form, { viewer, id }) => {
      const wish = { ...form.values, twoPeople: form.values['twoPeople'] === 'yes', way: 'page' };
      await wishVisits(viewer, id, parsed(wishVisitsInput.safeParse(wish)), { key: form.key });
    }),
  correct: (event) =>
    deed(event, async (form, { viewer, id }) => {
      const input = parsed(correctVisitInput.safeParse({ words: form.values['words'], way: 'page' }));
      await correctVisit(viewer, { communityId: id, id: form.values['visit'] ?? '' }, input, { key: form.key });
    }),
  erase: (event) =>
    deed(event, async (form, { viewer, id }) => {
      await eraseVisit(viewer, { communityId: id, id: form.values['visit'] ?? '' }, { way: 'page' }, { key: form.key });
    }),
  withdraw: (event) =>
    deed(event, async (form, { viewer, id }) => {
      await withdrawNote(viewer, { communityId: id, id: form.values['note'] ?? '' }, { way: 'page' }, { key: form.key });
    }),
};

type Here = { viewer: App.Locals['viewer']; id: number };

/** One thing done, and back to the page, which says so. */
async function deed(event: RequestEvent<{ community: string }>, work: (form: FormData_, here: Here) => Promise<void>) {
  const { id, slug } = await communityAt(event.params.community);
  const { viewer } = event.locals;
  if (!viewer.personId) redirect(303, paths.residentSignIn(slug));
  return formAction(event, async (form) => {
    await work(form, { viewer, id });
    redirect(303, `${paths.myVisits(slug)}?done=saved`);
  });
}
