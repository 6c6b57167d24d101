import { redirect } from '@sveltejs/kit';
import { toString } from 'qrcode';
import { confirmEnrolment, enterCodeInput, findEnrolment } from '#community/people/index.ts';
import { paths } from '#paths';
import { formAction, parsed } from '../../../form-action.ts';
import { writeSessionCookie } from '../../../session-cookie.ts';
import { atStep } from '../enter-as.ts';
import type { Actions, PageServerLoad } from './$types';

/** Connecting an authenticator app: a picture to scan, the same as text, and its first code. */
export const load: PageServerLoad = async ({ locals, request }) => {
  const enrolment = await findEnrolment(locals.session);
  if (enrolment) return { secret: enrolment.secret, picture: await pictureOf(enrolment.uri) };
  // Right after the first code the page still shows the recovery codes, though there is nothing left to connect.
  if (request.method !== 'POST') {
    await atStep(locals, 'enrol');
    redirect(303, paths.signIn());
  }
  return { secret: null, picture: null };
};

export const actions: Actions = {
  default: (event) =>
    formAction(event, async (form) => {
      const { token, codes } = await confirmEnrolment(event.locals.session, parsed(enterCodeInput.safeParse(form.values)));
      writeSessionCookie(event.cookies, event.url, token);
      return { codes };
    }),
};

function pictureOf(uri: string): Promise<string> {
  return toString(uri, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
