import { findPublicVoices, findPublicVoicesInput } from '#listen/voices/index.ts';
import { categories } from '../notice-board.ts';
import { outcomeOf } from './outcome-of.ts';
import type { PageServerLoad } from './$types';

/** What neighbours said, cleared for everybody. A filter nobody offers counts as none. */
export const load: PageServerLoad = async ({ parent, url, locals }) => {
  const { id, slug } = (await parent()).community;
  const asked = (name: string) => url.searchParams.get(name) || undefined;
  const filters = { search: asked('search'), category: asked('category'), bucket: asked('outcome') };
  const input = findPublicVoicesInput.safeParse({ ...filters, cursor: asked('cursor'), limit: 12 });
  const chosen = input.success ? input.data : findPublicVoicesInput.parse({ search: filters.search?.slice(0, 200), limit: 12 });
  const [found, known] = await Promise.all([findPublicVoices(id, chosen), categories()]);
  return {
    filters: { search: chosen.search ?? '', category: chosen.category ?? '', outcome: chosen.bucket ?? '' },
    filtered: Boolean(chosen.search ?? chosen.category ?? chosen.bucket),
    later: chosen.cursor !== undefined,
    next: found.next && withCursor(url, found.next),
    first: withCursor(url, null),
    categories: known.map(({ code, zh, en }) => ({ value: code, label: locals.locale === 'en' ? en : zh })),
    voices: found.rows.map((voice) => outcomeOf(slug, voice, known, locals.locale)),
  };
};

/** The same list at another place. */
function withCursor(url: URL, cursor: string | null): string {
  const search = new URLSearchParams(url.searchParams);
  if (cursor) search.set('cursor', cursor);
  else search.delete('cursor');
  return `${url.pathname}?${search}`;
}
