import { redirect, type RequestEvent } from '@sveltejs/kit';
import { askForBackup, findAdministration, findBackupState, findLastClearing, whyNotReadPeople } from '#community/people/index.ts';
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
import { sayDay, sayMoment } from '../../say-date.ts';
import { staffOnly } from '../shell.ts';
import { backupWords } from './backup-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** What those who run the installation, or oversee its communities, look after. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const viewer = staffOnly(locals);
  const state = await findAdministration(viewer);
  const may = whyNotAdminister(viewer) === null;
  const backups = await findBackupState(viewer);
  const [streets, districts] = may ? await Promise.all([findStreets(), findDistricts()]) : [[], []];
  return {
    key: crypto.randomUUID(),
    may,
    kind: state.kind,
    since: state.installedAt && sayDay(state.installedAt),
    gateways: state.gateways,
    rateLimits: state.rateLimits,
    undelivered: state.undelivered,
    clearing: may ? await lastClearing(viewer) : null,
    backups: backups && backupWords(backups),
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

/** What the last night cleared away, and how long ago that was. */
async function lastClearing(viewer: Viewer) {
  const last = await findLastClearing(viewer);
  const words: Record<string, () => string> = {
    contact: m.rights_clearing_contact,
    code: m.rights_clearing_code,
    session: m.rights_clearing_session,
    intent: m.rights_clearing_intent,
    limit: m.rights_clearing_limit,
    place: m.rights_clearing_place,
    message: m.rights_clearing_message,
  };
  return {
    lead: last ? m.rights_clearing_lead({ when: sayMoment(last.at) }) : m.rights_clearing_never(),
    facts: Object.entries(last?.removed ?? {}).map(([rule, count]) => ({ term: words[rule]?.() ?? rule, text: String(count) })),
  };
}

export const actions: Actions = {
  community: (event) => add(event, (viewer, form, how) => addCommunity(viewer, parsed(addCommunityInput.safeParse(form.values)), how)),
  street: (event) => add(event, (viewer, form, how) => addStreet(viewer, parsed(addStreetInput.safeParse(form.values)), how)),
  backup: (event) =>
    formAction(event, async (form): Promise<never> => {
      await askForBackup(staffOnly(event.locals), { key: form.key });
      redirect(303, paths.administration());
    }),
  district: (event) => add(event, (viewer, form, how) => addDistrict(viewer, parsed(addDistrictInput.safeParse(form.values)), how)),
};

type Work = (viewer: Viewer, form: FormData_, how: { key: string | undefined }) => Promise<unknown>;

function add(event: RequestEvent, work: Work) {
  return formAction(event, async (form): Promise<never> => {
    await work(staffOnly(event.locals), form, { key: form.key });
    redirect(303, `${paths.administration()}?done=added`);
  });
}
