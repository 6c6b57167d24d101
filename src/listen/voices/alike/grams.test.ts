import { describe, expect, it } from 'vitest';
import { gramsOf } from './grams.ts';

const places = (text: string) => gramsOf(text).flatMap(({ gram, place }) => (place ? [gram] : []));
const others = (text: string) => gramsOf(text).flatMap(({ gram, place }) => (place ? [] : [gram]));

describe('gramsOf', () => {
  it('keeps the names of places apart from what is said about them', () => {
    expect(places('青柳苑漏水')).toEqual(['青柳', '柳苑']);
    expect(others('青柳苑漏水')).toEqual(['苑漏', '漏水']);
  });

  it('takes a number with the character after it for one thing, with or without a space', () => {
    expect(places('12号楼')).toContain('12号');
    expect(places('12 号楼')).toContain('12号');
    expect(places('坐 805 路')).toContain('805路');
  });

  it('reads Latin words whole, with a number and the word before it as a place', () => {
    expect(others('Water on the stairs')).toEqual(['water', 'on', 'the', 'stairs']);
    expect(places('Building 3, Willow Road')).toEqual(expect.arrayContaining(['building', 'building 3', '3', 'willow', 'road']));
  });

  it('never bridges a mark or a line break', () => {
    expect(gramsOf('漏水，电梯\n坏了').map(({ gram }) => gram)).toEqual(['漏水', '电梯', '坏了']);
  });

  it('finds nothing in nothing', () => {
    expect(gramsOf(' …！')).toEqual([]);
  });
});
