import { redirect } from '@sveltejs/kit';
import { readMarkup } from '#foundation/text/plain-markup.ts';
import { writePost, writePostInput } from '#listen/blog/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { writingDeskAt } from '../blog-desk.ts';
import type { Actions, PageServerLoad } from './$types';

/** An empty sheet. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { community } = await writingDeskAt(locals, params.community);
  return { slug: community.slug, key: crypto.randomUUID() };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await writingDeskAt(event.locals, event.params.community);
      form.values['key'] = form.key ?? crypto.randomUUID();
      const input = parsed(writePostInput.safeParse(form.values));
      if (form.values['go'] === 'preview')
        return { errors: [], values: form.values, preview: { title: input.title, blocks: readMarkup(input.words) } };
      const { number } = await writePost(viewer, community.id, input, { key: form.key });
      redirect(303, `${paths.postDesk(community.slug, number)}?done=saved`);
    }),
};
