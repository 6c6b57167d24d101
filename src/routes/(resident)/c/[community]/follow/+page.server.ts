import { redirect } from '@sveltejs/kit';
import { openHolderSession } from '#community/people/index.ts';
import { Invalid } from '#foundation/refusal.ts';
import { formatNumber, openByCode, parseNumber } from '#listen/voices/index.ts';
import { paths } from '#paths';
import { formAction } from '../../../../form-action.ts';
import { writeSessionCookie } from '../../../../session-cookie.ts';
import { communityAt } from '../community-at.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({ number: url.searchParams.get('number') ?? '' });

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const community = await communityAt(event.params.community);
      const { number = '', code = '' } = form.values;
      // What comes back to the page is the number alone: a code is typed anew.
      delete form.values['code'];
      delete form.lists['code'];
      const meant = parseNumber(number);
      if (!meant) throw new Invalid([{ field: 'number', code: number === '' ? 'input.needed' : 'voice.number-or-code' }]);
      if (code === '') throw new Invalid([{ field: 'code', code: 'input.needed' }]);
      const opened = await openByCode(community.id, number, code, event.locals.viewer.address);
      const device = event.request.headers.get('user-agent') ?? '';
      writeSessionCookie(event.cookies, event.url, await openHolderSession(opened, device));
      redirect(303, paths.voice(community.slug, formatNumber(meant.year, meant.serial)));
    }),
};
