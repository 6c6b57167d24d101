import fc from 'fast-check';
import { expect, it } from 'vitest';
import { maskWords } from './mask-words.ts';

it.each([
  ['请打 139-1234-5678 找我', '请打 █████████████ 找我'],
  ['3号楼2单元501室漏水', '3号楼███████漏水'],
  ['写信到 li.hua@example.org 就行', '写信到 ██████████████████ 就行'],
  ['一辆苏A·12345堵着门', '一辆████████堵着门'],
  ['Water in flat 501, second floor', 'Water in flat ███, second floor'],
  ['路灯坏了三天', '路灯坏了三天'],
])('%s', (words, masked) => {
  expect(maskWords(words)).toBe(masked);
});

it('leaves no long number and keeps the length, whatever is said', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.bigInt(10n ** 8n, 10n ** 17n), (words, number) => {
      const masked = maskWords(`${words} ${number} ${words}`);
      expect(masked).not.toContain(String(number));
      expect([...masked].length).toBe([...`${words} ${number} ${words}`].length);
    }),
    { numRuns: 100 },
  );
});
