import { feedAnswer, type FeedEntry, type FeedKind } from '#foundation/text/feed.ts';
import { findPosts, type PostRow } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { readingIn } from '../../../../display-choice.ts';
import { communityAt, shownName } from '../community-at.ts';
import { beginningOf, readIn } from './said-in.ts';

/** What is new on a community's blog, in the language asked for with ?lang=. */
export async function feedOfBlog(kind: FeedKind, slug: string, url: URL): Promise<Response> {
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
  const community = await communityAt(slug);
  const { rows } = await findPosts(community.id, { limit: 20 });
  return feedAnswer(kind, {
    title: readingIn(lang, () => `${shownName(community, lang)} · ${m.blog_title()}`),
    lang,
    home: `${url.origin}${paths.blog(slug)}`,
    self: `${url.origin}${paths.blogFeed(slug, kind, lang)}`,
    updated: rows[0]?.publishedAt ?? new Date(0),
    entries: rows.map((row) => entryOf(row, `${url.origin}${paths.blogPost(slug, row.number)}`, lang)),
  });
}

function entryOf(row: PostRow, address: string, locale: 'zh-CN' | 'en'): FeedEntry {
  const { title, words, lang } = readIn(row, locale);
  return { title, address, summary: beginningOf(words, 400), author: row.author, at: row.publishedAt ?? new Date(0), lang };
}
