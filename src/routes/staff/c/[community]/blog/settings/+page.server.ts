import { redirect } from '@sveltejs/kit';
import { Forbidden } from '#foundation/refusal.ts';
import {
  chooseBlogSettings,
  chooseBlogSettingsInput,
  findBlogRules,
  findSettings,
  publishRules,
  publishRulesInput,
  whyNotSteer,
} from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayDay } from '../../../../../say-date.ts';
import { deskAt, type Desk } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** The rules for comments and how the blog is run; for the secretary. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { community } = await secretaryAt(locals, params.community);
  const [rules, settings] = await Promise.all([findBlogRules(community.id), findSettings(community.id)]);
  const done = url.searchParams.get('done');
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    version: rules && m.blog_rules_lead({ version: rules.version, day: sayDay(rules.publishedAt) }),
    zh: rules?.zh.join('\n') ?? m.blog_rules_suggested({}, { locale: 'zh-CN' }),
    en: rules?.en.join('\n') ?? m.blog_rules_suggested({}, { locale: 'en' }),
    settings,
    done: done === 'rules' ? m.blog_done_rules() : done === 'settings' ? m.blog_done_settings() : null,
  };
};

export const actions: Actions = {
  rules: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await secretaryAt(event.locals, event.params.community);
      form.values['key'] = form.key ?? crypto.randomUUID();
      await publishRules(viewer, community.id, parsed(publishRulesInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.blogSettings(community.slug)}?done=rules`);
    }),
  settings: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await secretaryAt(event.locals, event.params.community);
      form.values['key'] = form.key ?? crypto.randomUUID();
      const chosen = form.lists['how'] ?? [];
      const closesAfterDays = form.values['closesAfterDays'] ?? null;
      const said = { checkedFirst: chosen.includes('checked'), nextDoorWrites: chosen.includes('next_door'), closesAfterDays };
      await chooseBlogSettings(viewer, community.id, parsed(chooseBlogSettingsInput.safeParse(said)), { key: form.key });
      redirect(303, `${paths.blogSettings(community.slug)}?done=settings`);
    }),
};

async function secretaryAt(locals: App.Locals, slug: string): Promise<Desk> {
  const desk = await deskAt(locals, slug);
  if (whyNotSteer(desk.viewer, desk.community.id)) throw new Forbidden();
  return desk;
}
