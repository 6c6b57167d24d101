import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

// Both languages are complete, and no text hides in the code.

const root = join(import.meta.dirname, '..');
const rooms = readdirSync(join(root, 'words'));
const read = (room: string, locale: string): Record<string, string> =>
  JSON.parse(readFileSync(join(root, 'words', room, `${locale}.json`), 'utf8'));
const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').toSorted((a, b) => a.localeCompare(b));

describe('words', () => {
  it.each(rooms)('%s: both catalogues have the same keys and the same slots', (room) => {
    const [zh, en] = [read(room, 'zh-CN'), read(room, 'en')];
    expect(Object.keys(zh).toSorted()).toEqual(Object.keys(en).toSorted());
    for (const [key, text] of Object.entries(zh)) expect([key, slots(text)]).toEqual([key, slots(en[key] ?? '')]);
  });

  it.each(rooms)('%s: no sentence is empty, and Chinese words stand in the Chinese catalogue only', (room) => {
    const kept = new Set(['site_seal', 'site_other_language']);
    for (const [key, text] of Object.entries(read(room, 'en'))) {
      expect(text.trim(), key).not.toBe('');
      if (!kept.has(key) && !key.includes('seal')) expect(text, key).not.toMatch(/\p{Script=Han}{2}/u);
    }
    for (const [key, text] of Object.entries(read(room, 'zh-CN'))) expect(text.trim(), key).not.toBe('');
  });

  it('no key stands in two rooms', () => {
    const keys = rooms.flatMap((room) => Object.keys(read(room, 'en')));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('no Chinese text in code: pages, components, rooms', () => {
    const allowed =
      /\.test\.ts$|^src\/(words|demo)\/|^src\/foundation\/calendar\/china-days\.ts$|^src\/community\/places\/place-columns\.ts$/;
    const found = sources('src').filter(
      (file) => !allowed.test(file) && /\p{Script=Han}/u.test(withoutComments(readFileSync(join(root, file), 'utf8'))),
    );
    expect(found).toEqual([]);
  });
});

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((name) => /\.(ts|svelte)$/.test(name));
}

/** Comments may quote the method's own terms. */
function withoutComments(code: string): string {
  return code.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*|<!--[\s\S]*?-->/g, '');
}
