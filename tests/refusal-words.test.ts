import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// Whatever a command refuses with has a sentence in the reader's language, in every room of the house.

const root = join(import.meta.dirname, '..');
const catalogue = Object.assign(
  {},
  ...readdirSync(join(root, 'words')).map((room) => JSON.parse(readFileSync(join(root, 'words', room, 'zh-CN.json'), 'utf8'))),
);
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(ts|svelte)$/.test(name) && !name.endsWith('.test.ts') && !name.startsWith('words'))
  .map((name) => ({ name, text: readFileSync(join(root, 'src', name), 'utf8') }));
const key = (code: string) => `refusal_${code.replaceAll(/[.-]/g, '_')}`;

describe('words of refusals', () => {
  it('every code a command throws or a whyNot answers has a sentence', () => {
    const thrown = files.flatMap(({ text }) => [...text.matchAll(/Refused\(\s*'([^']+)'/g)]);
    const asked = files
      .filter(({ name }) => /why-not/.test(name))
      .flatMap(({ text }) => [...text.matchAll(/(?:return|\?|:|&&|=>)\s*'([a-z-]+\.[a-z-]+)'/g)]);
    const codes = [...new Set([...thrown, ...asked].map(([, code]) => code ?? ''))];
    expect(codes.length).toBeGreaterThan(200);
    expect(codes.filter((code) => !(key(code) in catalogue))).toEqual([]);
  });

  it('no sentence lies about that no code uses', () => {
    const all = files.map(({ text }) => text).join('\n');
    const written = new Set([...all.matchAll(/['`]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['`]/g)].map(([, code]) => key(code ?? '')));
    // Codes put together from a verb or a kind: `voice.not-from-here-${verb}`.
    const begun = [...all.matchAll(/`([a-z0-9-]+\.[a-z0-9-]+-)\$\{/g)].map(([, start]) => key(start ?? ''));
    const used = (name: string) => written.has(name) || begun.some((start) => name.startsWith(start)) || name === 'refusal_unknown';
    expect(Object.keys(catalogue).filter((name) => name.startsWith('refusal_') && !used(name))).toEqual([]);
  });
});
