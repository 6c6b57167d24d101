import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// Whoever could open a sealed value elsewhere would look without leaving a line.

const root = join(import.meta.dirname, '../../../..');
const door = 'src/community/people/personal-data/read-personal-data.ts';

function filesWith(text: RegExp): string[] {
  return ['src', 'bin', 'bench', 'tests', 'db'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|svelte)$/.test(name) && !name.startsWith('words/'))
      .map((name) => `${folder}/${name}`)
      .filter((name) => text.test(readFileSync(join(root, name), 'utf8'))),
  );
}

it('E4: what is sealed is opened at one door', () => {
  const importers = filesWith(/(from|import\()\s*['"][^'"]*\bopen-sealed\.ts['"]/);
  expect(importers.filter((name) => !/^src\/foundation\/personal\/[a-z-]+\.test\.ts$/.test(name))).toEqual([door]);
  expect(filesWith(/\bopenWith\b/).toSorted()).toEqual([
    'src/foundation/personal/open-sealed.ts',
    'src/foundation/personal/subject-key.ts',
  ]);
});

type Rule = { name: string; from: Side; to: Side };
type Side = { path: string; pathNot?: string };

it('E4: the rule of imports refuses a second door', async () => {
  const { default: config }: { default: { forbidden: Rule[] } } = await import(join(root, '.dependency-cruiser.mjs'));
  const refused = (from: string, to: string) =>
    config.forbidden.some((rule) => rule.name.startsWith('personal-') && meets(rule.from, from) && meets(rule.to, to));
  expect(refused(door, 'src/foundation/personal/open-sealed.ts')).toBe(false);
  for (const from of [
    'src/listen/voices/peek.ts',
    'src/community/people/personal-data/find-looks.ts',
    'bin/peek.ts',
    'src/foundation/server/peek.ts',
  ])
    for (const file of ['open-sealed', 'subject-key', 'suites'])
      expect(refused(from, `src/foundation/personal/${file}.ts`), from).toBe(true);
  expect(refused('src/listen/voices/submit-voice.ts', 'src/foundation/personal/index.ts')).toBe(false);
});

function meets({ path, pathNot }: Side, file: string): boolean {
  return new RegExp(path).test(file) && !(pathNot && new RegExp(pathNot).test(file));
}
