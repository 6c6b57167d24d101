import { redirect } from '@sveltejs/kit';
import { ownAddress } from '../own-address.ts';
import type { Actions, PageServerLoad } from './$types';

// Language and size of type: a form, two cookies, and back to where the reader was.

const year = 365 * 86_400;

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const form = await request.formData();
    const keep = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure: url.protocol === 'https:' } as const;
    const language = form.get('language');
    if (language === 'zh-CN' || language === 'en') cookies.set('language', language, keep);
    const size = form.get('size');
    if (size === 'large' || size === 'normal') cookies.set('size', size, keep);
    redirect(303, ownAddress(form.get('back'), '/'));
  },
};
