import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  beginRegister,
  endResponsibility,
  endResponsibilityInput,
  enterResponsibility,
  enterResponsibilityInput,
  findResponsibilities,
  holders,
  standings,
  whyNotKeepResponsibilities,
} from '#community/responsibilities/index.ts';
import { whyNotSeeRegister } from '#community/organizations/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { findCategories } from '#listen/voices/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../form-action.ts';
import { byHolder, holderWord, standingWord } from '../../../../responsibility-words.ts';
import { deskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who does what; the secretary changes it line by line. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await registerAt(locals, params.community);
  const [rows, categories] = await Promise.all([findResponsibilities(community.id), findCategories()]);
  return {
    key: crypto.randomUUID(),
    done: url.searchParams.has('done') ? m.responsibilities_done() : null,
    holders: byHolder(rows),
    mayKeep: whyNotKeepResponsibilities(viewer, community.id) === null,
    choices: {
      holders: holders.map((holder) => ({ value: holder, label: holderWord(holder) })),
      standings: standings.map((standing) => ({ value: standing, label: standingWord(standing) })),
      categories: categories.map(({ code, zh, en }) => ({ value: code, label: locals.locale === 'en' ? en : zh })),
      lines: rows.map(({ id, holder, matter }) => ({ value: id, label: `${holderWord(holder)} · ${matter}` })),
    },
  };
};

export const actions: Actions = {
  begin: (event) => change(event, (viewer, id, form) => beginRegister(viewer, id, { key: form.key })),
  enter: (event) =>
    change(event, (viewer, id, form) =>
      enterResponsibility(viewer, id, parsed(enterResponsibilityInput.safeParse(form.values)), { key: form.key }),
    ),
  end: (event) =>
    change(event, (viewer, id, form) =>
      endResponsibility(viewer, id, parsed(endResponsibilityInput.safeParse(form.values)), { key: form.key }),
    ),
};

type Here = RequestEvent<{ community: string }>;

function change(event: Here, work: (viewer: Viewer, communityId: number, form: FormData_) => Promise<unknown>) {
  return formAction(event, async (form): Promise<never> => {
    const { viewer, community } = await registerAt(event.locals, event.params.community);
    await work(viewer, community.id, form);
    redirect(303, `${paths.staffResponsibilities(community.slug)}?done=saved`);
  });
}

async function registerAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (whyNotSeeRegister(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
