import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { hasRole } from '#community/people/index.ts';
import { findBuildings } from '#community/places/index.ts';
import { findReported, ownBuildings, reportProblems, reportProblemsInput } from '#listen/chiefs/index.ts';
import { isUnanswered, readPhotos } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed, type FormData_ } from '../../../../form-action.ts';
import { wordsOrErased } from '../../../../rights-words.ts';
import { sayDay } from '../../../../say-date.ts';
import { stageWord } from '../../../../voice-words.ts';
import { voicesDeskAt, type Desk } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

const fields = ['1', '2', '3'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await chiefDeskAt(locals, params.community);
  const [buildings, reported] = await Promise.all([findBuildings(community.id), findReported(viewer, community.id)]);
  const own = ownBuildings(viewer, community.id);
  return {
    key: crypto.randomUUID(),
    fields,
    // The numbers of what was just handed in stand in the list below; the address only says how many.
    done: Number(url.searchParams.get('done')) || 0,
    building: own[0] ?? null,
    buildings: buildings.filter(({ id }) => own.length === 0 || own.includes(id)).map(({ id, name }) => ({ value: id, label: name })),
    reported: reported.map((one) => ({
      number: one.number,
      words: wordsOrErased(one.words),
      place: one.place,
      href: paths.staffVoice(community.slug, one.number),
      standing: isUnanswered(one) ? m.desk_chief_by({ stage: stageWord(one.stage), day: sayDay(one.dueAt) }) : stageWord(one.stage),
      answer: one.answer,
      day: sayDay(one.receivedAt),
    })),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await chiefDeskAt(event.locals, event.params.community);
      const filled = fields.filter((field) => form.values[`words${field}`]);
      const input = parsed(reportProblemsInput.safeParse(written(form, filled)));
      const photos = await Promise.all(
        filled.map(async (field) =>
          readPhotos(await Promise.all((form.files[`photo${field}`] ?? []).map(async (file) => ({ bytes: await file.bytes() })))),
        ),
      );
      const { numbers } = await reportProblems(viewer, community.id, input, photos, { key: form.key });
      redirect(303, `${paths.chief(community.slug)}?done=${numbers.length}#reported`);
    }),
};

function written({ values }: FormData_, filled: readonly string[]) {
  return {
    placeId: values['placeId'],
    problems: filled.map((field) => ({ words: values[`words${field}`], where: values[`where${field}`] })),
  };
}

async function chiefDeskAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await voicesDeskAt(locals, slug);
  if (!hasRole(desk.viewer, desk.community.id, 'building_chief')) throw new Forbidden();
  return desk;
}
