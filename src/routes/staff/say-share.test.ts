import { expect, it } from 'vitest';
import { sayFairShare, sayPerThousand, sayShare } from './say-share.ts';

it('says shares without making them look better', () => {
  expect(sayShare({ part: 999, whole: 1000 })).toBe('99%');
  expect(sayShare({ part: 0, whole: 0 })).toBe('–');
  expect(sayFairShare({ part: 5, whole: 9 })).toBe('<10');
  expect(sayFairShare({ part: 0, whole: 0 })).toBe('–');
  expect(sayFairShare({ part: 5, whole: 10 })).toBe('50%');
  expect(sayPerThousand({ part: 948, whole: 2980 })).toBe('318.1');
});
