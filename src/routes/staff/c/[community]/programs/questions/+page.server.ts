import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import { mayKeepProgramKeys } from '#community/people/index.ts';
import {
  datatypes,
  endAttribute,
  endAttributeInput,
  findServices,
  keepAttribute,
  keepAttributeInput,
  type ServiceAttribute,
} from '#listen/requests/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { readingIn } from '../../../../../display-choice.ts';
import { formAction, parsed } from '../../../../../form-action.ts';
import { communityOf } from '../../people/community-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** What programs are asked besides the words, by service; with `?category=&code=` one of them to change. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  if (!mayKeepProgramKeys(viewer, community.id)) throw new Forbidden();
  const services = await findServices(community.id);
  const english = readingIn() === 'en';
  const named = services.map((service) => ({ ...service, name: english ? service.en : service.zh }));
  const category = url.searchParams.get('category');
  const asked = named.find(({ code }) => code === category)?.attributes.find(({ code }) => code === url.searchParams.get('code'));
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    services: named.map(({ code, name }) => ({ value: code, label: name })),
    asking: named
      .filter(({ attributes }) => attributes.length > 0)
      .map(({ code: of, name, attributes }) => ({
        code: of,
        name,
        questions: attributes.map((attribute) => ({
          code: attribute.code,
          question: english ? attribute.question.en : attribute.question.zh,
          how: m[`open311_questions_datatype_${attribute.datatype}`](),
          choices: attribute.choices.map((choice) => (english ? choice.en : choice.zh)).join(' · '),
          required: attribute.required,
          change: paths.programQuestions(community.slug, of, attribute.code),
        })),
      })),
    datatypes: datatypes.map((value) => ({ value, label: m[`open311_questions_datatype_${value}`]() })),
    changing: asked && category ? { code: asked.code, values: valuesOf(category, asked) } : null,
    done: doneWords(url.searchParams.get('done')),
  };
};

function valuesOf(category: string, asked: ServiceAttribute): Record<string, string> {
  return {
    category,
    code: asked.code,
    datatype: asked.datatype,
    questionZh: asked.question.zh,
    questionEn: asked.question.en,
    hintZh: asked.hint?.zh ?? '',
    hintEn: asked.hint?.en ?? '',
    choices: asked.choices.map(({ key, zh, en }) => `${key} | ${zh} | ${en}`).join('\n'),
    ways: [asked.required ? 'required' : '', asked.variable ? '' : 'read_only'].join(' ').trim(),
  };
}

export const actions: Actions = {
  keep: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      if (!mayKeepProgramKeys(viewer, community.id)) throw new Forbidden();
      const ways = form.lists['ways'] ?? [];
      const input = { ...form.values, required: ways.includes('required'), variable: !ways.includes('read_only') };
      await keepAttribute(viewer, community.id, parsed(keepAttributeInput.safeParse(input)), { key: form.key });
      redirect(303, `${paths.programQuestions(community.slug)}?done=kept`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      if (!mayKeepProgramKeys(viewer, community.id)) throw new Forbidden();
      await endAttribute(viewer, community.id, parsed(endAttributeInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.programQuestions(community.slug)}?done=ended`);
    }),
};

function doneWords(done: string | null): string | null {
  if (done === 'kept') return m.open311_questions_done_kept();
  return done === 'ended' ? m.open311_questions_done_ended() : null;
}
