import { redirect } from '@sveltejs/kit';
import { hasRole } from '#community/people/index.ts';
import {
  endAppointment,
  endAppointmentInput,
  endReasons,
  findOfficer,
  findOfficers,
  findOpenThings,
  leadsLiaison,
  recordTraining,
  recordTrainingInput,
  topics,
  worksOnLiaison,
} from '#listen/liaison/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { endReasonWord, topicWord } from '../../../../../liaison-words.ts';
import { sayDay } from '../../../../../say-date.ts';
import { voicesDeskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** One appointment: letter, area, term, trainings; what stands open; and the hand-over. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const officer = await findOfficer(viewer, community.id, params.officer);
  const own = officer.personId === viewer.personId;
  const leads = leadsLiaison(viewer, community.id);
  const office = worksOnLiaison(viewer, community.id);
  const open = officer.active && (own || office) ? await findOpenThings(viewer, community.id, officer.personId) : null;
  const successors = leads
    ? (await findOfficers(viewer, community.id)).filter((one) => one.active && one.personId !== officer.personId)
    : [];
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    name: officer.name,
    letter: paths.officerLetter(community.slug, officer.id),
    facts: [
      { term: m.liaison_letter_number(), text: officer.letter },
      { term: m.liaison_area(), text: officer.places.join(m.rights_comma()) },
      { term: m.liaison_term(), text: m.liaison_term_text({ from: sayDay(officer.startsOn), to: sayDay(officer.endsOn) }) },
      { term: m.liaison_shown_name(), text: officer.shownName ?? officer.name },
      { term: m.liaison_shown_phone(), text: officer.shownPhone ?? m.liaison_no_phone() },
    ],
    trainings: officer.trainings.map(({ topic, heldOn }) => `${sayDay(heldOn)} · ${topicWord(topic)}`),
    ended: officer.ended && {
      words: m.liaison_ended_on({ day: sayDay(officer.ended.at), reason: endReasonWord(officer.ended.reason) }),
      successor:
        officer.ended.successor &&
        m.liaison_passed({ name: officer.ended.successor, voices: officer.ended.voicesPassed, links: officer.ended.linksPassed }),
    },
    open: open && {
      voices: open.voices.map(({ number, dueAt }) => ({ number, href: paths.staffVoice(community.slug, number), due: sayDay(dueAt) })),
      households: open.households,
    },
    mayTrain: office && officer.ended === null,
    mayEnd: officer.ended === null && (leads || (own && hasRole(viewer, community.id, 'liaison_officer'))),
    successors: successors.map(({ id: value, name, places }) => ({ value, label: `${name} · ${places.join(m.rights_comma())}` })),
    topics: topics.map((value) => ({ value, label: topicWord(value) })),
    reasons: endReasons.map((value) => ({ value, label: endReasonWord(value) })),
    done: url.searchParams.get('done') === null ? null : m.liaison_done(),
  };
};

export const actions: Actions = {
  train: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: event.params.officer };
      await recordTraining(viewer, ref, parsed(recordTrainingInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.officer(community.slug, ref.id)}?done=yes`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const ref = { communityId: community.id, id: event.params.officer };
      await endAppointment(viewer, ref, parsed(endAppointmentInput.safeParse(form.values)), { key: form.key });
      redirect(
        303,
        hasRole(viewer, community.id, 'community_secretary') ? `${paths.officer(community.slug, ref.id)}?done=yes` : paths.staff(),
      );
    }),
};
