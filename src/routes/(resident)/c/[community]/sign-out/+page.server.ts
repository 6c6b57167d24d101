import { redirect } from '@sveltejs/kit';
import { endSession } from '#community/people/index.ts';
import { paths } from '#paths';
import { dropSessionCookie } from '../../../../session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => redirect(303, paths.community(params.community));

/** The session ends on the server first; the cookie is only its shadow. */
export const actions: Actions = {
  default: async ({ locals, params, cookies, url }) => {
    if (locals.session) await endSession(locals.session);
    dropSessionCookie(cookies, url);
    redirect(303, paths.community(params.community));
  },
};
