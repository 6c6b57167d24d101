import { redirect } from '@sveltejs/kit';
import { chooseWishes, chooseWishesInput, findWishes, tellsByHand, worksOnNotices } from '#community/notices/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { wishFields } from '../../../../../notice-items.ts';
import { deskAt } from '../../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    office: worksOnNotices(viewer, community.id),
    byHand: tellsByHand(viewer, community.id),
    done: url.searchParams.has('done'),
    fields: wishFields(await findWishes(viewer, community.id)),
  };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      const asked = { ...form.values, muted: form.lists['muted'] ?? [] };
      await chooseWishes(viewer, community.id, parsed(chooseWishesInput.safeParse(asked)), { key: form.key });
      redirect(303, `${paths.staffNoticeWishes(community.slug)}?done=1`);
    }),
};
