import { describe, expect, it } from 'vitest';
import { rarityAmong, rarityBy } from './rarity.ts';

describe('rarity', () => {
  it('a pair everybody writes tells little, one nobody counted tells most', () => {
    const rarity = rarityBy((gram) => (gram === '小区' ? 1 : gram === '漏水' ? 0.1 : undefined));
    expect(rarity('小区')).toBeCloseTo(Math.log(2));
    expect(rarity('漏水')).toBeGreaterThan(rarity('小区'));
    expect(rarity('青柳')).toBeCloseTo(Math.log(201));
  });

  it('below one text in 200 nothing tells more', () => {
    expect(rarityBy(() => 1e-6)('x')).toBe(rarityBy(() => undefined)('x'));
  });

  it('counts texts, not occurrences', () => {
    const rarity = rarityAmong([new Set(['漏水', '电梯']), new Set(['漏水'])]);
    expect(rarity('漏水')).toBeCloseTo(Math.log(2));
    expect(rarity('电梯')).toBeCloseTo(Math.log(3));
  });
});
