import { expect, it } from 'vitest';
import { feedAnswer, type Feed } from './feed.ts';

const feed: Feed = {
  title: 'A & B',
  home: 'http://localhost/c/here/voices',
  self: 'http://localhost/c/here/voices/atom.xml?a=1&b=2',
  lang: 'en',
  updated: new Date('2026-11-28T04:00:00Z'),
  entries: [
    {
      title: '<b>Lift\u0008</b>',
      address: 'http://localhost/x',
      summary: '"so"',
      author: 'Liuhuali',
      at: new Date('2026-11-27T04:00:00Z'),
      lang: 'en',
    },
  ],
};

it.each(['rss', 'atom'] as const)('%s is whole, and nothing said in it is taken for markup', async (kind) => {
  const answer = feedAnswer(kind, feed);
  expect(answer.headers.get('content-type')).toBe(`application/${kind}+xml; charset=utf-8`);
  const text = await answer.text();
  expect(text).toContain('&lt;b&gt;Lift&lt;/b&gt;');
  expect(text).toContain('A &amp; B');
  expect(text).not.toContain('\u0008');
  const opened = [...text.matchAll(/<([a-zA-Z:]+)(?:\s[^>]*[^/])?>/g)].map(([, name]) => name ?? '').toSorted((a, b) => a.localeCompare(b));
  const closed = [...text.matchAll(/<\/([a-zA-Z:]+)>/g)].map(([, name]) => name ?? '').toSorted((a, b) => a.localeCompare(b));
  expect(opened).toEqual(closed);
});
