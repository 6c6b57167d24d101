import { expect, test } from 'vitest';
import { cleanName } from './clean-name.ts';

test.each([
  ['  3 号楼\u3000', '3 号楼'],
  ['５０１', '501'],
  ['Ａ座', 'A座'],
  ['3\u200B号\u202E楼', '3号楼'],
  ['a \t\n b', 'a b'],
  ['（东）', '（东）'],
])('%j is kept as %j', (typed, kept) => {
  expect(cleanName(typed)).toBe(kept);
});
