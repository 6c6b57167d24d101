// Feeds for readers of news: RSS 2.0 and Atom (RFC 4287).

export type FeedEntry = { title: string; address: string; summary: string; author: string; at: Date; lang: string };
export type Feed = { title: string; home: string; self: string; lang: 'zh-CN' | 'en'; updated: Date; entries: FeedEntry[] };
export type FeedKind = 'rss' | 'atom';

/** The feed as an answer; no cache keeps it, so that what was taken down is gone. */
export function feedAnswer(kind: FeedKind, feed: Feed): Response {
  return new Response(kind === 'rss' ? rss(feed) : atom(feed), {
    headers: { 'content-type': `application/${kind}+xml; charset=utf-8`, 'cache-control': 'no-store' },
  });
}

function atom({ title, home, self, lang, updated, entries }: Feed): string {
  const each = entries.map(
    (entry) => `<entry xml:lang="${entry.lang}"><title>${xml(entry.title)}</title><id>${xml(entry.address)}</id>
<link rel="alternate" type="text/html" href="${xml(entry.address)}"/><published>${entry.at.toISOString()}</published><updated>${entry.at.toISOString()}</updated>
<author><name>${xml(entry.author)}</name></author><summary>${xml(entry.summary)}</summary></entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${lang}"><title>${xml(title)}</title><id>${xml(self)}</id>
<link rel="self" type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" href="${xml(home)}"/>
<updated>${updated.toISOString()}</updated>
${each.join('\n')}
</feed>
`;
}

function rss({ title, home, self, lang, updated, entries }: Feed): string {
  const each = entries.map(
    (entry) => `<item><title>${xml(entry.title)}</title><link>${xml(entry.address)}</link>
<guid isPermaLink="true">${xml(entry.address)}</guid><pubDate>${entry.at.toUTCString()}</pubDate>
<dc:creator>${xml(entry.author)}</dc:creator><description>${xml(entry.summary)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${xml(title)}</title>
<link>${xml(home)}</link><description>${xml(title)}</description><language>${lang}</language><lastBuildDate>${updated.toUTCString()}</lastBuildDate>
<atom:link rel="self" type="application/rss+xml" href="${xml(self)}"/>
${each.join('\n')}
</channel></rss>
`;
}

const unknownToXml =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

/** Text for XML: the five marks as entities, characters XML doesn't know left out. */
function xml(said: string): string {
  return said.replaceAll(unknownToXml, '').replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? '');
}
