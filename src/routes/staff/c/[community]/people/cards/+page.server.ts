import { redirect } from '@sveltejs/kit';
import { toString } from 'qrcode';
import { Forbidden } from '#foundation/refusal.ts';
import { findCards, printCard, printCardInput, revokeCard, whyNotPrintCard } from '#community/people/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../../../form-action.ts';
import { sayDay } from '../../../../../say-date.ts';
import { communityOf } from '../community-of.ts';
import type { Actions, PageServerLoad } from './$types';

/** Cards with which neighbours without a telephone sign in. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { viewer, community } = await communityOf(locals, params.community);
  if (whyNotPrintCard(viewer, community.id, null)) throw new Forbidden();
  const cards = await findCards(viewer, community.id);
  return {
    slug: community.slug,
    communityName: locals.locale === 'en' ? (community.nameEn ?? community.name) : community.name,
    address: url.origin + paths.residentSignIn(community.slug),
    phone: community.phone,
    key: crypto.randomUUID(),
    cards: cards.map(({ createdAt, expiresAt, ...card }) => ({ ...card, since: sayDay(createdAt), until: sayDay(expiresAt) })),
    revoked: url.searchParams.get('done') === 'revoked',
  };
};

export const actions: Actions = {
  print: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      const { code, name, household, expiresAt } = await printCard(viewer, community.id, parsed(printCardInput.safeParse(form.values)), {
        key: form.key,
      });
      // The picture leads to the field; the code itself stays off the address, where it would be remembered by the browser.
      const picture = await toString(`${event.url.origin}${paths.residentSignIn(community.slug)}#card`, { type: 'svg', margin: 1 });
      return { card: { code, name, household, until: sayDay(expiresAt), picture } };
    }),
  revoke: (event) =>
    formAction(event, async (form) => {
      const { viewer, community } = await communityOf(event.locals, event.params.community);
      await revokeCard(viewer, community.id, form.values['card'] ?? '', { key: form.key });
      redirect(303, `${paths.cards(community.slug)}?done=revoked`);
    }),
};
