import { redirect } from '@sveltejs/kit';
import { findInbox, findInboxInput, readNotices, readNoticesInput, tellsByHand, worksOnNotices } from '#community/notices/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../form-action.ts';
import { shownItem } from '../../../../notice-items.ts';
import { deskAt } from '../../../shell.ts';
import type { Actions, PageServerLoad } from './$types';

/** What somebody who serves was told. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await deskAt(locals, params.community);
  const after = url.searchParams.get('after') ?? undefined;
  const { items, unread, next } = await findInbox(viewer, community.id, parsed(findInboxInput.safeParse({ after })));
  return {
    key: crypto.randomUUID(),
    slug: community.slug,
    items: items.map(shownItem(community.slug, 'staff', locals.locale)),
    unread,
    next: next && paths.staffNotices(community.slug, next),
    first: after ? paths.staffNotices(community.slug) : null,
    office: worksOnNotices(viewer, community.id),
    byHand: tellsByHand(viewer, community.id),
  };
};

export const actions: Actions = {
  read: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await deskAt(event.locals, event.params.community);
      await readNotices(viewer, community.id, parsed(readNoticesInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.staffNotices(community.slug));
    }),
};
