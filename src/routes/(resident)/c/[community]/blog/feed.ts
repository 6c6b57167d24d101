import { findPosts, type PostRow } from '#listen/blog/index.ts';
import { m } from '#words';
import { paths } from '#paths';
import { readingIn } from '../../../../display-choice.ts';
import { communityAt, shownName } from '../community-at.ts';
import { beginningOf, readIn } from './said-in.ts';

// The feeds of a community's blog: RSS 2.0 and Atom (RFC 4287), in the language asked for with ?lang=.

type Entry = { title: string; address: string; summary: string; author: string; at: Date; lang: string };
type Feed = { title: string; home: string; self: string; lang: 'zh-CN' | 'en'; updated: Date; entries: Entry[] };

export async function feedAnswer(kind: 'rss' | 'atom', slug: string, url: URL): Promise<Response> {
  const lang = url.searchParams.get('lang') === 'en' ? 'en' : 'zh-CN';
  const community = await communityAt(slug);
  const { rows } = await findPosts(community.id, { limit: 20 });
  const title = readingIn(lang, () => `${shownName(community, lang)} · ${m.blog_title()}`);
  const feed: Feed = {
    title,
    lang,
    home: `${url.origin}${paths.blog(slug)}`,
    self: `${url.origin}${paths.blogFeed(slug, kind, lang)}`,
    updated: rows[0]?.publishedAt ?? new Date(0),
    entries: rows.map((row) => entryOf(row, `${url.origin}${paths.blogPost(slug, row.number)}`, lang)),
  };
  return new Response(kind === 'rss' ? rss(feed) : atom(feed), { headers: { 'content-type': `application/${kind}+xml; charset=utf-8` } });
}

function entryOf(row: PostRow, address: string, locale: 'zh-CN' | 'en'): Entry {
  const { title, words, lang } = readIn(row, locale);
  return { title, address, summary: beginningOf(words, 400), author: row.author, at: row.publishedAt ?? new Date(0), lang };
}

export function atom({ title, home, self, lang, updated, entries }: Feed): string {
  const each = entries.map(
    (entry) => `<entry xml:lang="${entry.lang}"><title>${text(entry.title)}</title><id>${text(entry.address)}</id>
<link rel="alternate" type="text/html" href="${text(entry.address)}"/><published>${entry.at.toISOString()}</published><updated>${entry.at.toISOString()}</updated>
<author><name>${text(entry.author)}</name></author><summary>${text(entry.summary)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><title>${text(title)}</title><id>${text(self)}</id>
<link rel="self" type="application/atom+xml" href="${text(self)}"/><link rel="alternate" type="text/html" href="${text(home)}"/>
<updated>${updated.toISOString()}</updated>
${each.join('\n')}
</feed>
`;
}

export function rss({ title, home, self, lang, updated, entries }: Feed): string {
  const each = entries.map(
    (
      entry,
    ) => `<item><title>${text(entry.title)}</title><link>${text(entry.address)}</link><guid isPermaLink="true">${text(entry.address)}</guid>
<pubDate>${entry.at.toUTCString()}</pubDate><dc:creator>${text(entry.author)}</dc:creator><description>${text(entry.summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${text(title)}</title>
<link>${text(home)}</link><description>${text(title)}</description><language>${lang}</language><lastBuildDate>${updated.toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${text(self)}"/>
${each.join('\n')}
</channel></rss>
`;
}

/** Text for XML: the five marks as entities, characters XML doesn't know left out. */
function text(said: string): string {
  return said
    .replaceAll(
      /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
      '',
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
