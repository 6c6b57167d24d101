import { redirect } from '@sveltejs/kit';
import { findHousehold, plansVisits, recordVisit } from '#listen/visits/index.ts';
import { newId } from '#foundation/ids.ts';
import { paths } from '#paths';
import { formAction } from '../../../../../../../form-action.ts';
import { recordChoices, readRecord } from '../../../record-form.ts';
import { nowForField, photosOf, visitorChoices, visitsDeskAt } from '../../../visits-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** The record of a visit as a plain form: for those without the telephone page, and for what comes on paper. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await visitsDeskAt(locals, params.community);
  const home = await findHousehold(viewer, community.id, params.household);
  const everybody = visitorChoices(home.visitors);
  const own = everybody.filter(({ value }) => value === viewer.personId);
  return {
    key: crypto.randomUUID(),
    visitId: home.planned?.id ?? newId(),
    address: home.address,
    back: paths.visitedHome(community.slug, home.householdId),
    two: home.twoPeople,
    at: nowForField(),
    purpose: home.due?.reason ?? 'rhythm',
    choices: recordChoices(),
    colleagues: visitorChoices(home.visitors, viewer.personId),
    officers: plansVisits(viewer, community.id) ? [...own, ...everybody.filter(({ value }) => value !== viewer.personId)] : [],
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await visitsDeskAt(event.locals, event.params.community);
      const input = readRecord(form, event.params.household);
      const { visitId } = await recordVisit(viewer, community.id, input, await photosOf(form), { key: form.key });
      redirect(303, `${paths.visit(community.slug, visitId)}?done=recorded`);
    }),
};
