import { describe, expect, it } from 'vitest';
import { rarityBy } from './rarity.ts';
import { sharedWords } from './shared-words.ts';

const rarity = rarityBy((gram) => (gram === '我们' ? 1 : undefined));

describe('sharedWords', () => {
  it('shows the longest words both have, the telling ones first', () => {
    expect(sharedWords('我们这里电梯停运，老人困难', '电梯停运三天，我们的老人', rarity)).toEqual(['电梯停运', '老人', '我们']);
  });

  it('keeps Latin words whole and as they were written', () => {
    expect(sharedWords('Water on the Stairs', 'again water on the stairs!', rarity)).toEqual(['Water on the Stairs']);
    expect(sharedWords('cart', 'a car, artful', rarity)).toEqual([]);
  });

  it('shortens a copied sentence', () => {
    const long = '青柳苑三栋的电梯这个月已经坏了五次老人上下楼很困难';
    expect(sharedWords(long, long, rarity)).toEqual([[...long].slice(0, 16).join('')]);
  });

  it('has nothing for texts with nothing in common', () => {
    expect(sharedWords('电梯', '路灯', rarity)).toEqual([]);
  });
});
