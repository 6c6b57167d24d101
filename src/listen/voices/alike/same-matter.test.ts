import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { fingerprint, type Told } from './fingerprint.ts';
import { likenessOf } from './likeness.ts';
import { rarityBy } from './rarity.ts';
import { probablySame, sameMatter } from './same-matter.ts';

const everyday = new Set(['小区', '我们', '请问', '什么', '业主', '希望']);
const rarity = rarityBy((gram) => (everyday.has(gram) ? 0.3 : undefined));
const print = (one: Told) => fingerprint(one, rarity);
const score = (a: Told, b: Told) => sameMatter(likenessOf(print(a), print(b), rarity));

const lift: Told = { title: '青柳苑3栋电梯经常停运', body: '青柳苑3栋的电梯这个月坏了五次，老人上下楼很困难，物业说在等零件。' };

describe('sameMatter', () => {
  it('the same trouble at the same place, in other words', () => {
    const again = { title: '青柳苑3栋电梯又停了', body: '3栋电梯又坏了，家里老人上下楼困难，请青柳苑物业快点换零件。' };
    expect(score(lift, again)).toBeGreaterThan(probablySame);
  });

  it('another trouble at the same place stays apart', () => {
    const noise = { title: '青柳苑楼下夜宵摊噪音大', body: '夜宵摊开到凌晨两点，油烟和喧哗影响休息，希望城管来看看青柳苑。' };
    expect(score(lift, noise)).toBeLessThan(probablySame);
  });

  it('the same words copied for another estate stay apart', () => {
    const copied = {
      title: lift.title.replaceAll('青柳', '望梅').replace('3栋', '8栋'),
      body: lift.body.replaceAll('青柳', '望梅').replace('3栋', '8栋'),
    };
    expect(score(lift, copied)).toBeLessThan(probablySame);
  });

  it('everyday words alone are nothing in common', () => {
    expect(score({ title: '请问我们小区', body: '希望业主' }, { title: '请问什么业主', body: '我们小区希望' })).toBeLessThan(probablySame);
  });

  it('is the same in both directions, and stays between 0 and 1, whatever is written', () => {
    const told = fc.record({ title: fc.string({ unit: 'grapheme' }), body: fc.string({ unit: 'grapheme' }) });
    fc.assert(
      fc.property(told, told, (a, b) => {
        expect(score(a, b)).toBeCloseTo(score(b, a), 10);
        expect(score(a, b)).toBeGreaterThan(0);
        expect(score(a, b)).toBeLessThan(1);
      }),
    );
  });
});
