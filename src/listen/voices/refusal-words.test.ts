import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startsFrom } from './voice.ts';

const catalogue = (locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(import.meta.dirname, `../../../words/voices/${locale}.json`), 'utf8'));
const [zh, en] = [catalogue('zh-CN'), catalogue('en')];
// What every room may say stands with the foundation and the API.
const shared = ['input.not-usable'];

/** Every code that stands in the room, those put together from a verb included. */
function codes(): string[] {
  const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const text = files.map((name) => readFileSync(join(import.meta.dirname, name), 'utf8')).join('\n');
  const written = [...text.matchAll(/'((?:voice|input|request)\.[a-z]+(?:-[a-z]+)*)'/g)].map((found) => found[1] ?? '');
  const verbs = Object.keys(startsFrom).map((verb) => `voice.not-from-here-${verb.replaceAll('_', '-')}`);
  const commands = [...text.matchAll(/(?:verb|name|template): '(voice\.[a-z_-]+)'/g)].map((found) => found[1]);
  return [...new Set([...written, ...verbs, 'request.key-reused'])]
    .filter((code) => !commands.includes(code) && !shared.includes(code))
    .toSorted();
}

describe('words of the room', () => {
  it('every refusal has words in both languages', () => {
    expect(codes().length).toBeGreaterThan(50);
    const missing = codes().filter((code) => {
      const key = `refusal_${code.replaceAll(/[.-]/g, '_')}`;
      return !zh[key] || !en[key];
    });
    expect(missing).toEqual([]);
  });

  it('both catalogues have the same keys and ask for the same values', () => {
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const asked = (text: string | undefined) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').toSorted();
    expect(Object.keys(zh).filter((key) => String(asked(zh[key])) !== String(asked(en[key])))).toEqual([]);
  });
});
