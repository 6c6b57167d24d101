import { redirect, type RequestEvent } from '@sveltejs/kit';
import { findAdministration, whyNotReadPeople } from '#community/people/index.ts';
import {
  addCommunity,
  addCommunityInput,
  addDistrict,
  addDistrictInput,
  addStreet,
  addStreetInput,
  findDistricts,
  findStreets,
  whyNotAdminister,
} from '#community/places/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../form-action.ts';
import { sayDay } from '../../say-date.ts';
import { staffOnly } from '../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** What those who run the installation, or oversee its communities, look after. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = staffOnly(locals);
  const state = await findAdministration(viewer);
  const may = whyNotAdminister(viewer) === null;
  const [streets, districts] = may ? await Promise.all([findStreets(), findDistricts()]) : [[], []];
  return {
    key: crypto.randomUUID(),
    may,
    kind: state.kind,
    since: state.installedAt && sayDay(state.installedAt),
    gateways: state.gateways,
    rateLimits: state.rateLimits,
    undelivered: state.undelivered,
    communities: state.communities.map((one) => ({
      ...one,
      name: locals.locale === 'en' ? (one.nameEn ?? one.name) : one.name,
      secretaries: one.secretaries.join(m.people_and()),
      administrators: one.administrators.join(m.people_and()),
      reads: whyNotReadPeople(viewer, one.id) === null,
    })),
    alone: state.communities.filter(({ withoutStreet }) => withoutStreet).map(({ name }) => name),
    streets: streets.map(({ id, name, districtName }) => ({ value: String(id), label: `${districtName} · ${name}` })),
    districts: districts.map(({ id, name }) => ({ value: String(id), label: name })),
    done: url.searchParams.has('done') ? m.people_done_saved() : null,
  };
};

export const actions: Actions = {
  community: (event) => add(event, (viewer, form, how) => addCommunity(viewer, parsed(addCommunityInput.safeParse(form.values)), how)),
  street: (event) => add(event, (viewer, form, how) => addStreet(viewer, parsed(addStreetInput.safeParse(form.values)), how)),
  district: (event) => add(event, (viewer, form, how) => addDistrict(viewer, parsed(addDistrictInput.safeParse(form.values)), how)),
};

type Work = (viewer: Viewer, form: FormData_, how: { key: string | undefined }) => Promise<unknown>;

function add(event: RequestEvent, work: Work) {
  return formAction(event, async (form): Promise<never> => {
    await work(staffOnly(event.locals), form, { key: form.key });
    redirect(303, `${paths.administration()}?done=added`);
  });
}
