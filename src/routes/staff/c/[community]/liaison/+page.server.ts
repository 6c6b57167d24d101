import { redirect } from '@sveltejs/kit';
import { hasRole } from '#community/people/index.ts';
import {
  appointOfficer,
  appointOfficerInput,
  callForOfficers,
  callForOfficersInput,
  findCalls,
  findCoverage,
  findOfficers,
  findServedPlaces,
  leadsLiaison,
  worksOnLiaison,
} from '#listen/liaison/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { callStageWord, endReasonWord, stageOfCall } from '../../../../liaison-words.ts';
import { sayDay } from '../../../../say-date.ts';
import { proven } from '../../../proven.ts';
import { voicesDeskAt } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The liaison officers, the buildings that have none, and the calls. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await voicesDeskAt(locals, params.community);
  const officers = await findOfficers(viewer, community.id);
  const [coverage, calls] = await Promise.all([findCoverage(community.id), findCalls(community.id)]);
  const lettered = new Set(officers.filter(({ active }) => active).map(({ personId }) => personId));
  const serving = new Map(coverage.flatMap((building) => building.officers).map((one) => [one.personId, one]));
  const leads = leadsLiaison(viewer, community.id);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    leads,
    works: worksOnLiaison(viewer, community.id),
    oversees: worksOnLiaison(viewer, community.id) || hasRole(viewer, community.id, 'supervisory_member', 'street_supervisor'),
    officers: officers.map(({ id, name, places, letter, endsOn, active, ended }) => ({
      id,
      href: paths.officer(community.slug, id),
      name,
      places: places.join(m.rights_comma()),
      letter,
      until: sayDay(endsOn),
      standing: active ? m.liaison_active() : ended ? endReasonWord(ended.reason) : m.liaison_run_out(),
      active,
    })),
    // Those who serve by a role alone: a letter can be written for them now.
    unlettered: leads
      ? [...serving.values()]
          .filter(({ personId }) => !lettered.has(personId))
          .map(({ personId, name, place }) => ({ value: personId, label: `${name} · ${place}` }))
      : [],
    without: coverage.filter((one) => one.officers.length === 0).map(({ name }) => name),
    buildings: coverage.length,
    calls: calls.map((call) => ({
      id: call.id,
      href: worksOnLiaison(viewer, community.id)
        ? paths.staffLiaisonCall(community.slug, call.id)
        : paths.liaisonCall(community.slug, call.id),
      stage: callStageWord(stageOfCall(call)),
      dates: m.liaison_call_dates({ from: sayDay(call.opensOn), to: sayDay(call.closesOn) }),
    })),
    done: doneWords(url.searchParams.get('done')),
  };
};

export const actions: Actions = {
  call: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const input = parsed(callForOfficersInput.safeParse(form.values));
      const { callId } = await callForOfficers(viewer, community.id, input, { key: form.key });
      redirect(303, paths.staffLiaisonCall(community.slug, callId));
    }),
  letter: (event) =>
    proven(event, paths.staffLiaison(event.params.community), async (form) => {
      const { viewer, community } = await voicesDeskAt(event.locals, event.params.community);
      const placeIds = await findServedPlaces(community.id, form.values['personId'] ?? '');
      const input = parsed(appointOfficerInput.safeParse({ ...form.values, nominationId: undefined, placeIds }));
      const { appointmentId } = await appointOfficer(viewer, event.locals.session, community.id, input, { key: form.key });
      redirect(303, paths.officer(community.slug, appointmentId));
    }),
};

function doneWords(done: string | null): string | null {
  return done === 'ended' ? m.liaison_done_ended() : null;
}
