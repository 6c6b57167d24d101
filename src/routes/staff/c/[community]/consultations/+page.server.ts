import { redirect } from '@sveltejs/kit';
import { findConsultations, worksOnConsultations, writeConsultation, writeConsultationInput } from '#listen/consultations/index.ts';
import { Forbidden } from '#foundation/refusal.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { sayDay } from '../../../../say-date.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import { frameChoices } from './frame-choices.ts';
import type { Actions, PageServerLoad } from './$types';

/** What is asked, what is being prepared, and the form for a new one. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { viewer, community } = await consultationsDeskAt(locals, params.community);
  const rows = await findConsultations(viewer, community.id);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    ...frameChoices(),
    rows: rows.map(({ number, title, kind, stage, opensOn, closesOn }) => ({
      number,
      href: paths.consultationDesk(community.slug, number),
      title,
      kind: m[`consult_kind_${kind}`](),
      stage: m[`consult_stage_${stage}`](),
      days: `${sayDay(opensOn)} – ${sayDay(closesOn)}`,
    })),
  };
};

export const actions: Actions = {
  write: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await consultationsDeskAt(event.locals, event.params.community);
      Object.assign(form.values, { key: form.key ?? crypto.randomUUID() });
      const input = parsed(writeConsultationInput.safeParse(form.values));
      const { number } = await writeConsultation(viewer, community.id, input, { key: form.key });
      redirect(303, paths.consultationDesk(community.slug, number));
    }),
};

async function consultationsDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!worksOnConsultations(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
