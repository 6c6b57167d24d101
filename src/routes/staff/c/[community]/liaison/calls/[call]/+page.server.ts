import { redirect } from '@sveltejs/kit';
import { findBuildings } from '#community/places/index.ts';
import {
  answerObjection,
  answerObjectionInput,
  appointOfficer,
  appointOfficerInput,
  consentToNomination,
  consentToNominationInput,
  declineNomination,
  declineNominationInput,
  findCall,
  findNominations,
  leadsLiaison,
  nominateOfficer,
  nominateOfficerInput,
  objectToNominee,
  objectToNomineeInput,
  postList,
} from '#listen/liaison/index.ts';
import { refusalWords } from '#foundation/refusal-words.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../../form-action.ts';
import { callStageWord, deskWays, stageOfCall } from '../../../../../../liaison-words.ts';
import { sayDay } from '../../../../../../say-date.ts';
import { proven } from '../../../../../proven.ts';
import { voicesDeskAt } from '../../../../../shell.ts';
import { rolePlaces } from '../../../people/role-places.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** One call for the office: who was nominated, who agreed, what was said against it, and who is appointed. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const call = await findCall(community.id, params.call);
  const nominations = await findNominations(viewer, community.id, call.id);
  const leads = leadsLiaison(viewer, community.id);
  const stage = stageOfCall(call);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    leads,
    stage,
    standing: callStageWord(stage),
    announcement: call.announcement,
    dates: m.liaison_call_dates({ from: sayDay(call.opensOn), to: sayDay(call.closesOn) }),
    until: call.until && sayDay(call.until),
    mayPost: leads && stage === 'closed',
    ways: deskWays(),
    buildings: (await findBuildings(community.id)).map(({ id: value, name }) => ({ value, label: name })),
    places: leads ? await rolePlaces(community.id, ['liaison_officer']) : [],
    nominations: nominations.map(({ id, name, phone, place, placeId, origin, agreed, declined, appointed, objections, whyNotAppoint }) => ({
      id,
      name,
      phone,
      place,
      placeId,
      origin: origin === 'self' ? m.liaison_origin_self() : m.liaison_origin_neighbour(),
      agreed,
      declined,
      appointed,
      objections: objections.map(({ id: objection, words, at, answer }) => ({ id: objection, words, at: sayDay(at), answer })),
      whyNotAppoint: leads && whyNotAppoint ? refusalWords(whyNotAppoint) : null,
      mayAppoint: leads && whyNotAppoint === null,
    })),
    done: url.searchParams.get('done') === null ? null : m.liaison_done(),
  };
};

export const actions: Actions = {
  nominate: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const input = parsed(deskNominate.safeParse({ ...form.values }));
      await nominateOfficer(viewer, ref, input, { key: form.key });
      back(event);
    }),
  agree: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const input = parsed(consentToNominationInput.safeParse(form.values));
      await consentToNomination(viewer, { ...ref, id: form.values['nomination'] ?? '' }, input, { key: form.key });
      back(event);
    }),
  decline: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const input = parsed(declineNominationInput.safeParse(form.values));
      await declineNomination(viewer, { ...ref, id: form.values['nomination'] ?? '' }, input, { key: form.key });
      back(event);
    }),
  post: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      await postList(viewer, ref, { key: form.key });
      back(event);
    }),
  object: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const input = parsed(objectToNomineeInput.safeParse(form.values));
      await objectToNominee(viewer, { ...ref, id: form.values['nomination'] ?? '' }, input, { key: form.key });
      back(event);
    }),
  answer: (event) =>
    formAction(event, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const input = parsed(answerObjectionInput.safeParse(form.values));
      await answerObjection(viewer, { ...ref, id: form.values['objection'] ?? '' }, input, { key: form.key });
      back(event);
    }),
  appoint: (event) =>
    proven(event, event.url.pathname, async (form) => {
      const { viewer, ref } = await reachedBy(event);
      const { nomination: nominationId, ...values } = form.values;
      const input = parsed(
        appointOfficerInput.safeParse({ ...values, nominationId, personId: undefined, placeIds: form.lists['placeIds'] ?? [] }),
      );
      const { appointmentId } = await appointOfficer(viewer, event.locals.session, ref.communityId, input, { key: form.key });
      redirect(303, paths.officer(event.params.community, appointmentId));
    }),
};

/** Whoever writes for somebody else never writes as if it came by the page. */
const deskNominate = nominateOfficerInput.refine(({ way }) => way !== 'page', { path: ['way'], message: 'input.choose' });

async function reachedBy(event: RequestEvent) {
  const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
  return { viewer, ref: { communityId: community.id, id: event.params.call } };
}

function back(event: RequestEvent): never {
  redirect(303, `${paths.staffLiaisonCall(event.params.community, event.params.call)}?done=yes`);
}
