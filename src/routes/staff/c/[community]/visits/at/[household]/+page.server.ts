import { redirect, type RequestEvent } from '@sveltejs/kit';
import { shanghaiDay } from '#foundation/calendar/index.ts';
import {
  callVisit,
  callVisitInput,
  endNote,
  findHousehold,
  planVisit,
  planVisitInput,
  plansVisits,
  readNote,
  rhythms,
  wishVisits,
  wishVisitsInput,
  withdrawNote,
  writeNote,
  writeNoteInput,
  type HouseholdPage,
} from '#listen/visits/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../../../form-action.ts';
import { refusalWords } from '../../../../../../refusal-words.ts';
import { sayDay, sayMoment } from '../../../../../../say-date.ts';
import { dueWord, resultWord, rhythmWord, stepWord } from '../../../../../../visit-words.ts';
import { visitorChoices, visitsDeskAt } from '../../visits-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** One household for those who visit: what it wishes, who goes when, the visits so far, the sealed notes from outside. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const { id, slug } = community;
  const home = await findHousehold(viewer, id, params.household);
  const assigns = plansVisits(viewer, id);
  const visitors = visitorChoices(home.visitors);
  return {
    key: crypto.randomUUID(),
    slug,
    householdId: home.householdId,
    address: home.address,
    done:
      url.searchParams.get('done') === 'planned' ? m.visits_done_planned() : url.searchParams.has('done') ? m.visits_done_saved() : null,
    facts: factsOf(home),
    whyNot: home.whyNotGo && refusalWords(home.whyNotGo),
    assigns,
    today: shanghaiDay(new Date()),
    officers: assigns ? visitors : visitors.filter(({ value }) => value === viewer.personId),
    companions: visitors,
    readers: home.visitors.map(({ personId, name }) => ({ value: personId, label: name })),
    wishes: rhythms.map((one) => ({ value: one, label: rhythmWord(one) })),
    wish: home.rhythm,
    two: home.twoPeople,
    record: paths.recordVisit(slug, home.householdId),
    planned: home.planned && { href: paths.visit(slug, home.planned.id) },
    visits: home.visits.map((visit) => ({
      id: visit.id,
      href: paths.visit(slug, visit.id),
      text: [sayMoment(visit.at), visit.result ? resultWord(visit.result) : stepWord(visit.stage), visit.officer].join(' · '),
      stage: visit.erased ? m.visits_mine_erased() : stepWord(visit.stage),
    })),
    notes: home.notes.map(({ id: noteId, consentedAt, keptFrom, readers, mayRead, ended }) => ({
      id: noteId,
      facts: m.visits_note_facts({ day: sayDay(consentedAt), until: sayDay(keptFrom), readers: readers.join(m.rights_comma()) }),
      ended,
      mayRead,
    })),
  };
};

function factsOf(home: HouseholdPage) {
  const { rhythm, twoPeople, lastDone, due, planned } = home;
  const names = [planned?.officer, planned?.companion].filter(Boolean).join(m.rights_comma());
  return [
    {
      term: m.visits_home_wish(),
      text: [rhythmWord(rhythm), twoPeople && m.visits_two()].filter(Boolean).join(' · '),
      strong: rhythm === 'none',
    },
    { term: m.visits_home_last(), text: lastDone ? sayDay(lastDone) : m.visits_never() },
    { term: m.visits_home_due(), text: due ? dueWord(due.reason) : m.visits_home_not_due() },
    ...(planned ? [{ term: m.visits_home_planned(), text: m.visits_home_planned_for({ day: sayDay(planned.at), name: names }) }] : []),
  ];
}

export const actions: Actions = {
  plan: (event) =>
    deed(event, 'planned', async (form, { viewer, id, householdId }) => {
      await planVisit(viewer, id, parsed(planVisitInput.safeParse({ ...form.values, householdId })), { key: form.key });
    }),
  call: (event) =>
    deed(event, 'saved', async (form, { viewer, id, householdId }) => {
      await callVisit(viewer, id, parsed(callVisitInput.safeParse({ ...form.values, householdId })), { key: form.key });
    }),
  wish: (event) =>
    deed(event, 'saved', async (form, { viewer, id, householdId }) => {
      const wish = { ...form.values, householdId, twoPeople: form.values['twoPeople'] === 'yes', way: form.values['way'] ?? 'visit' };
      await wishVisits(viewer, id, parsed(wishVisitsInput.safeParse(wish)), { key: form.key });
    }),
  note: (event) =>
    deed(event, 'saved', async (form, { viewer, id, householdId }) => {
      const note = { ...form.values, householdId, readerIds: form.lists['readerIds'] ?? [] };
      await writeNote(viewer, id, parsed(writeNoteInput.safeParse(note)), { key: form.key });
    }),
  open: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await visitsDeskAt(event.locals, event.params.community);
      return { said: (await readNote(viewer, { communityId: community.id, id: form.values['note'] ?? '' })).words };
    }),
  over: (event) =>
    deed(event, 'saved', async (form, { viewer, id }) => {
      await endNote(viewer, { communityId: id, id: form.values['note'] ?? '' }, { key: form.key });
    }),
  withdraw: (event) =>
    deed(event, 'saved', async (form, { viewer, id }) => {
      await withdrawNote(viewer, { communityId: id, id: form.values['note'] ?? '' }, { way: 'desk' }, { key: form.key });
    }),
};

type Here = { viewer: App.Locals['viewer']; id: number; householdId: string };

/** One thing done, and back to the page, which says so. */
function deed(
  event: RequestEvent<{ community: string; household: string }>,
  done: string,
  work: (form: FormData_, here: Here) => Promise<void>,
) {
  return formAction(event, async (form) => {
    const { viewer, community } = await visitsDeskAt(event.locals, event.params.community);
    const householdId = event.params.household;
    await work(form, { viewer, id: community.id, householdId });
    redirect(303, `${paths.visitedHome(community.slug, householdId)}?done=${done}`);
  });
}
