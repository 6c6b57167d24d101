import { redirect } from '@sveltejs/kit';
import {
  enterInvitationCode,
  enterInvitationCodeInput,
  enterPhoneCode,
  enterPhoneCodeInput,
  findDemoCast,
  sendPhoneCode,
  sendPhoneCodeInput,
  signInAsDemo,
} from '#community/people/index.ts';
import { paths } from '#paths';
import { isId } from '#foundation/ids.ts';
import { fromHere } from '../../../../device.ts';
import { formAction, parsed } from '../../../../form-action.ts';
import { writeSessionCookie } from '../../../../session-cookie.ts';
import { communityAt } from '../community-at.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Where a resident comes in: by a code sent to the phone, or by the card. Nobody has to, in order to speak. */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { id, slug } = await communityAt(params.community);
  if (locals.viewer.kind === 'resident') redirect(303, paths.mine(slug));
  const sent = url.searchParams.get('sent') ?? '';
  return { sent: isId(sent) ? sent : null, cast: await findDemoCast('resident', id) };
};

export const actions: Actions = {
  send: (event) =>
    formAction(event, async (form) => {
      const { id, slug } = await communityAt(event.params.community);
      const input = parsed(sendPhoneCodeInput.safeParse({ ...form.values, locale: event.locals.locale }));
      const requestId = await sendPhoneCode(id, input, fromHere(event));
      redirect(303, `${paths.residentSignIn(slug)}?sent=${requestId}`);
    }),
  code: (event) =>
    formAction(event, async (form) => {
      const { id } = await communityAt(event.params.community);
      const input = parsed(enterPhoneCodeInput.safeParse({ ...form.values, locale: event.locals.locale }));
      enter(event, await enterPhoneCode(id, input, fromHere(event)));
    }),
  card: (event) =>
    formAction(event, async (form) => {
      const { id } = await communityAt(event.params.community);
      enter(event, await enterInvitationCode(id, parsed(enterInvitationCodeInput.safeParse(form.values)), fromHere(event)));
    }),
  play: (event) =>
    formAction(event, async (form) => {
      enter(event, await signInAsDemo(form.values['person'] ?? '', 'resident', fromHere(event)));
    }),
};

function enter(event: RequestEvent, token: string): never {
  writeSessionCookie(event.cookies, event.url, token);
  redirect(303, paths.mine(event.params.community));
}
