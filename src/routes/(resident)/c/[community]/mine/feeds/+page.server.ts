import { redirect } from '@sveltejs/kit';
import { findSubscriptions, subscribe, subscribeInput, unsubscribe } from '#listen/feeds/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { communityAt } from '../../community-at.ts';
import { buildingsOf, categories } from '../../notice-board.ts';
import type { Actions, PageServerLoad } from './$types';

/** What somebody signed in wants to hear of: kinds of matters, buildings. */
export const load: PageServerLoad = async ({ parent, locals, url }) => {
  const { community } = await parent();
  if (!locals.viewer.personId) redirect(303, paths.residentSignIn(community.slug));
  const [own, buildings, kinds] = await Promise.all([
    findSubscriptions(locals.viewer, community.id),
    buildingsOf(community.id),
    categories(),
  ]);
  const nameOf = (code: string | null) => {
    const kind = kinds.find((one) => one.code === code);
    return kind ? (locals.locale === 'en' ? kind.en : kind.zh) : null;
  };
  return {
    key: crypto.randomUUID(),
    done: url.searchParams.has('done'),
    subscriptions: own.map(({ id, category, building }) => ({
      id,
      words: [nameOf(category), building].filter(Boolean).join(' · ') || m.feeds_everything(),
    })),
    categories: kinds.map(({ code }) => ({ value: code, label: nameOf(code) ?? code })),
    buildings: buildings.map(({ id, name }) => ({ value: id, label: name })),
  };
};

export const actions: Actions = {
  begin: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await subscribe(event.locals.viewer, id, parsed(subscribeInput.safeParse(form.values)), { key: form.key });
      redirect(303, `${paths.feeds(slug)}?done=1`);
    }),
  end: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      await unsubscribe(event.locals.viewer, id, { subscriptionId: form.values['subscriptionId'] ?? '' }, { key: form.key });
      redirect(303, `${paths.feeds(slug)}?done=1`);
    }),
};
