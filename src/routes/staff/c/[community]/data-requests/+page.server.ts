import { redirect } from '@sveltejs/kit';
import { askDataRequest, askDataRequestInput, findDataRequests, worksOnRequests, type RequestRow } from '#listen/data-requests/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { allowPublication, allowPublicationInput, withdrawPublication, withdrawPublicationInput } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../form-action.ts';
import { kindOfRequest, wayOfRequest } from '../../../../rights-words.ts';
import { sayDay, sayDistance } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** What residents ask about their data, by due date; and the desk at which it is written down for them. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await rightsDeskAt(locals, params.community);
  const decided = url.searchParams.get('tab') === 'decided';
  const [open, past] = await Promise.all([
    findDataRequests(viewer, community.id, 'open'),
    findDataRequests(viewer, community.id, 'decided'),
  ]);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    decided,
    counts: { open: open.length, decided: past.length },
    done: doneWords(url.searchParams.get('done')),
    requests: (decided ? past : open).map((row) => shown(community.slug, row)),
  };
};

function shown(slug: string, row: RequestRow) {
  const { id, kind, way, number, askedAt, dueAt, late, outcome, decidedAt } = row;
  return {
    id,
    href: paths.dataRequest(slug, id),
    what: kindOfRequest(kind),
    about: number ?? m.rights_desk_about_somebody(),
    way: wayOfRequest(way),
    asked: sayDay(askedAt),
    due: decidedAt ? sayDay(decidedAt) : sayDistance(dueAt),
    dueNote: sayDay(dueAt),
    dueIso: (decidedAt ?? dueAt).toISOString(),
    light: late && !outcome ? ('red' as const) : ('none' as const),
    outcome: outcome && m[`rights_desk_outcome_${outcome}`](),
  };
}

export const actions: Actions = {
  ask: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await rightsDeskAt(event.locals, event.params.community);
      keepKey(form);
      const asked = { ...form.values, insists: form.values['insists'] === 'yes' };
      const { requestId } = await askDataRequest(viewer, community.id, parsed(deskInput.safeParse(asked)), { key: form.key });
      redirect(303, `${paths.dataRequest(community.slug, requestId)}?done=asked`);
    }),
  consent: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await rightsDeskAt(event.locals, event.params.community);
      keepKey(form);
      const ref = { communityId: community.id, number: form.values['number'] ?? '' };
      const how = { key: form.key };
      if (form.values['says'] === 'yes') {
        await allowPublication(viewer, ref, parsed(allowPublicationInput.safeParse(form.values)), how);
        redirect(303, `${paths.dataRequests(community.slug)}?done=consent`);
      }
      const { takenDown } = await withdrawPublication(viewer, ref, parsed(withdrawPublicationInput.safeParse(form.values)), how);
      redirect(303, `${paths.dataRequests(community.slug)}?done=${takenDown ? 'taken_down' : 'consent'}`);
    }),
};

/** Whoever writes for somebody else never writes as if it came by the page. */
const deskInput = askDataRequestInput.refine(({ way }) => way !== 'page', { path: ['way'], message: 'input.choose' });

function keepKey(form: FormData_): void {
  Object.assign(form.values, { key: form.key ?? crypto.randomUUID() });
}

async function rightsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnRequests(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}

function doneWords(done: string | null): string | null {
  if (done === 'asked') return m.rights_desk_done_asked();
  if (done === 'consent') return m.rights_desk_done_consent();
  if (done === 'taken_down') return m.rights_desk_done_taken_down();
  return done === 'decided' ? m.rights_desk_done_decided() : null;
}
