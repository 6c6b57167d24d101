import { redirect } from '@sveltejs/kit';
import { chooseWishes, chooseWishesInput, findWishes } from '#community/notices/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../../form-action.ts';
import { wishFields } from '../../../../../../notice-items.ts';
import { communityAt } from '../../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** How somebody wishes to hear. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  if (!locals.viewer.personId) redirect(303, paths.residentSignIn(slug));
  return { key: crypto.randomUUID(), done: url.searchParams.has('done'), fields: wishFields(await findWishes(locals.viewer, id)) };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const asked = { ...form.values, muted: form.lists['muted'] ?? [] };
      await chooseWishes(event.locals.viewer, id, parsed(chooseWishesInput.safeParse(asked)), { key: form.key });
      redirect(303, `${paths.noticeWishes(slug)}?done=1`);
    }),
};
