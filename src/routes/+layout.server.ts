import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals, url }) => ({ locale: locals.locale, size: locals.size, here: url.pathname + url.search });
