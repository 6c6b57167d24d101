import { redirect } from '@sveltejs/kit';
import { readForm } from '../form-action.ts';
import { ownAddress } from '../own-address.ts';
import type { Actions, PageServerLoad } from './$types';

// Language and size of type: a form, two cookies, and back to where the reader was.

const year = 365 * 86_400;

export const load: PageServerLoad = () => redirect(303, '/');

export const actions: Actions = {
  default: async ({ request, cookies, url }) => {
    const { values: form } = await readForm({ request });
    const keep = { path: '/', maxAge: year, sameSite: 'lax', httpOnly: true, secure: url.protocol === 'https:' } as const;
    const language = form['language'];
    if (language === 'zh-CN' || language === 'en') cookies.set('language', language, keep);
    const size = form['size'];
    if (size === 'large' || size === 'normal') cookies.set('size', size, keep);
    redirect(303, ownAddress(form['back'] ?? null, '/'));
  },
};
