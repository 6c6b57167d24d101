import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

// docs/asvs.md is complete and honest at least in this: no requirement is missing or double, and what it points to exists.

const root = join(import.meta.dirname, '..');

/** The levels of the requirements of each section, in order (counted from the list of ASVS 5.0.0). */
const levels: Record<string, string> = {
  '1.1': '22',
  '1.2': '1111122223',
  '1.3': '112222222223',
  '1.4': '222',
  '1.5': '123',
  '2.1': '122',
  '2.2': '112',
  '2.3': '12223',
  '2.4': '23',
  '3.1': '3',
  '3.2': '113',
  '3.3': '12223',
  '3.4': '11222233',
  '3.5': '11122333',
  '3.6': '3',
  '3.7': '22333',
  '4.1': '12233',
  '4.2': '23333',
  '4.3': '22',
  '4.4': '1222',
  '5.1': '2',
  '5.2': '112333',
  '5.3': '113',
  '5.4': '222',
  '6.1': '122',
  '6.2': '111111112222',
  '6.3': '11223333',
  '6.4': '112233',
  '6.5': '22222333',
  '6.6': '2223',
  '6.7': '33',
  '6.8': '2222',
  '7.1': '222',
  '7.2': '1111',
  '7.3': '22',
  '7.4': '11222',
  '7.5': '223',
  '7.6': '22',
  '8.1': '1233',
  '8.2': '1123',
  '8.3': '133',
  '8.4': '23',
  '9.1': '111',
  '9.2': '1222',
  '10.1': '22',
  '10.2': '223',
  '10.3': '22223',
  '10.4': '1111122222233333',
  '10.5': '22222',
  '10.6': '22',
  '10.7': '222',
  '11.1': '2233',
  '11.2': '22233',
  '11.3': '11233',
  '11.4': '1222',
  '11.5': '23',
  '11.6': '23',
  '11.7': '33',
  '12.1': '12233',
  '12.2': '11',
  '12.3': '22223',
  '13.1': '2333',
  '13.2': '222223',
  '13.3': '2233',
  '13.4': '1222233',
  '14.1': '22',
  '14.2': '12223333',
  '14.3': '122',
  '15.1': '12233',
  '15.2': '12233',
  '15.3': '1222222',
  '15.4': '3333',
  '16.1': '2',
  '16.2': '22222',
  '16.3': '2222',
  '16.4': '222',
  '16.5': '2223',
  '17.1': '23',
  '17.2': '22223333',
  '17.3': '22',
};
const chosen = '2.3.5 5.2.4 5.2.5 5.2.6 5.3.3 6.3.5 6.3.7 6.3.8 6.4.6 8.3.2 14.2.6 14.2.7 14.2.8 15.2.4 15.4.1 15.4.2 15.4.3 16.5.4'.split(
  ' ',
);
const all = new Map<string, number>(
  Object.entries(levels).flatMap(([section, digits]) => [...digits].map((level, at) => [`${section}.${at + 1}`, Number(level)] as const)),
);

const page = readFileSync(join(root, 'docs/asvs.md'), 'utf8');
const lines = page.split('\n').filter((line) => line.startsWith('- '));
const rows = lines.map((line) => /^- \*\*([\d.]+)\*\* L([123]) · ([^·]+) · (test|review|gap|not applicable)(:? .+)$/u.exec(line));

it('the list of requirements is the one of ASVS 5.0.0', () => {
  const count = (level: number) => [...all.values()].filter((one) => one === level).length;
  expect([count(1), count(2), count(3)]).toEqual([70, 183, 92]);
});

it('every requirement of level 1 and 2, and those chosen of level 3, has exactly one line with its level', () => {
  expect(lines.filter((_, at) => rows[at] === null)).toEqual([]);
  const ids = rows.map((row) => row?.[1] ?? '');
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const needed = [...all].filter(([id, level]) => level < 3 || chosen.includes(id)).map(([id]) => id);
  expect(needed.filter((id) => !ids.includes(id))).toEqual([]);
  expect(rows.filter((row) => all.get(row?.[1] ?? '') !== Number(row?.[2])).map((row) => row?.[1])).toEqual([]);
});

it('what is said stays short, and each way of holding names what it must', () => {
  for (const row of rows) {
    const [, id = '', , what = '', how = '', rest = ''] = row ?? [];
    expect(what.split(/\s+/u).length, id).toBeLessThanOrEqual(9);
    if (how === 'test') expect(rest, id).toMatch(/^ `[^`]+\.test\.ts`/u);
    if (how === 'review') expect(rest, id).toMatch(/^ `[^`]+`(, `[^`]+`)*: \S/u);
    if (how === 'gap' || how === 'not applicable') expect(rest, id).toMatch(/^: \S/u);
  }
});

it('every file that is named exists', () => {
  const named = [
    ...page.matchAll(/`((?:src|tests|bin|docs|db)\/[^`…]+|[\w.-]+\.(?:ts|json|yaml|md)|Dockerfile)`|\((docs\/[\w./-]+\.md)\)/gu),
  ].map((found) => found[1] ?? found[2] ?? '');
  expect(named.length).toBeGreaterThan(200);
  expect([...new Set(named)].filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
