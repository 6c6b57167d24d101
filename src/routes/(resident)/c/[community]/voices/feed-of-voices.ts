import { feedAnswer, type FeedKind } from '#foundation/text/feed.ts';
import { isId } from '#foundation/ids.ts';
import { findPublicVoices, findPublicVoicesInput } from '#listen/voices/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { readingIn } from '../../../../display-choice.ts';
import { communityAt, shownName } from '../community-at.ts';
import { categories } from '../notice-board.ts';
import { outcomeOf } from './outcome-of.ts';

/** What neighbours said, cleared for everybody, for feed readers: all of it, of one kind (?category=), near one building (?building=). */
export async function feedOfVoices(kind: FeedKind, slug: string, url: URL): Promise<Response> {
  const community = await communityAt(slug);
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
  const [category, building] = [url.searchParams.get('category') ?? undefined, url.searchParams.get('building') ?? ''];
  const asked = findPublicVoicesInput.parse({ limit: 30, category: category?.slice(0, 40), ...(isId(building) && { building }) });
  const [{ rows }, known] = await Promise.all([findPublicVoices(community.id, asked), categories()]);
  return readingIn(lang, () =>
    feedAnswer(kind, {
      title: `${shownName(community, lang)} · ${m.resident_list_title()}`,
      lang,
      home: `${url.origin}${paths.voices(slug)}`,
      self: `${url.origin}${url.pathname}${url.search}`,
      updated: rows[0]?.publishedAt ?? new Date(0),
      entries: rows.map((voice) => {
        const shown = outcomeOf(slug, voice, known, lang);
        const summary = [shown.about, shown.outcome, shown.upshot].filter(Boolean).join(' · ');
        return {
          title: voice.title,
          address: `${url.origin}${shown.href}`,
          summary,
          author: shownName(community, lang),
          at: voice.publishedAt,
          lang,
        };
      }),
    }),
  );
}
