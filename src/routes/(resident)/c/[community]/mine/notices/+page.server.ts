import { redirect } from '@sveltejs/kit';
import { findInbox, findInboxInput, findOwnDeliveries, readNotices, readNoticesInput } from '#community/notices/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sendingWord, shownItem, stateWord } from '../../../../../notice-items.ts';
import { sayMoment } from '../../../../../say-date.ts';
import { communityAt } from '../../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

/** One's own inbox, and what was sent by which way. Whoever isn't signed in goes to the door first. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { id, slug } = (await parent()).community;
  if (!locals.viewer.personId) redirect(303, paths.residentSignIn(slug));
  const after = url.searchParams.get('after') ?? undefined;
  const { items, unread, next } = await findInbox(locals.viewer, id, parsed(findInboxInput.safeParse({ after })));
  const sent = await findOwnDeliveries(locals.viewer, id);
  return {
    key: crypto.randomUUID(),
    items: items.map(shownItem(slug, 'resident', locals.locale)),
    unread,
    next: next && paths.notices(slug, next),
    first: after ? paths.notices(slug) : null,
    sent: sent.map(({ id: sentId, way, at, state }) => ({ id: sentId, way: sendingWord(way), at: sayMoment(at), state: stateWord(state) })),
  };
};

export const actions: Actions = {
  read: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await readNotices(event.locals.viewer, id, parsed(readNoticesInput.safeParse(form.values)), { key: form.key });
      redirect(303, paths.notices(slug));
    }),
};
