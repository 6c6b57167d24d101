import { expect, it } from 'vitest';
import { plainText, readMarkup } from './plain-markup.ts';

it('paragraphs, headings, lists and links', () => {
  const text = '# Spring\n\nThe garden opens.\nCome in.\n\n- seeds\n- [tools](https://tools.example/a)\n\nSee https://town.example.';
  expect(readMarkup(text)).toEqual([
    { kind: 'heading', parts: [{ text: 'Spring' }] },
    { kind: 'paragraph', parts: [{ text: 'The garden opens.' }, { text: '\n' }, { text: 'Come in.' }] },
    { kind: 'list', items: [[{ text: 'seeds' }], [{ text: 'tools', href: 'https://tools.example/a' }]] },
    { kind: 'paragraph', parts: [{ text: 'See ' }, { text: 'https://town.example', href: 'https://town.example/' }, { text: '.' }] },
  ]);
  expect(plainText(readMarkup(text))).toBe('Spring\nThe garden opens.\nCome in.\nseeds\ntools\nSee https://town.example.');
});

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '//elsewhere.example',
  '/\\elsewhere.example',
  'vbscript:x',
  'https://a@b.example',
])('%s is text, not a link', (address) => {
  const [block] = readMarkup(`[here](${address})`);
  expect(block).toEqual({ kind: 'paragraph', parts: [{ text: `[here](${address})` }] });
});

it('what looks like HTML stays what somebody typed', () => {
  expect(plainText(readMarkup('<script>alert(1)</script>'))).toBe('<script>alert(1)</script>');
});

it('takes a long text of brackets in no time', () => {
  const before = performance.now();
  readMarkup('['.repeat(20_000));
  readMarkup('[a]('.repeat(5000));
  expect(performance.now() - before).toBeLessThan(500);
});
