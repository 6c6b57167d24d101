import { describe, expect, it } from 'vitest';
import { figuresOf } from './count-roll.ts';
import { leastOf, neededFor } from './meeting-kind.ts';

const half = { num: 1, den: 2, more: true };
const twoThirds = { num: 2, den: 3, more: false };

describe('thresholds in whole numbers', () => {
  it('[law RC 27] more than half of 2,980 households is 1,491: 1,212 are too few, 1,604 are enough', () => {
    expect(leastOf(half, 2980)).toBe(1491);
    expect(leastOf(half, 2981)).toBe(1491);
  });

  it('[law RC 29] two thirds of 92 members (85 representatives, 7 of the committee) is 62', () => {
    expect(leastOf(twoThirds, 92)).toBe(62);
    expect(leastOf(twoThirds, 93)).toBe(62);
    expect(leastOf(twoThirds, 94)).toBe(63);
  });

  it.each([half, twoThirds, { num: 4, den: 5, more: false }, { num: 1, den: 1, more: false }])(
    'the least number satisfies the share and one less doesn’t, for every size: %o',
    ({ num, den, more }) => {
      for (let all = 1; all <= 3000; all++) {
        const least = leastOf({ num, den, more }, all);
        const enough = (present: number) => (more ? present * den > all * num : present * den >= all * num);
        if (!enough(least) || enough(least - 1)) throw new Error(`${least} of ${all}`);
      }
    },
  );

  it('[law RC 26, 28] demands: a tenth of the households, a fifth of the representatives, never nobody', () => {
    expect(neededFor({ by: 'households', num: 1, den: 10 }, 2980)).toBe(298);
    expect(neededFor({ by: 'representatives', num: 1, den: 5 }, 85)).toBe(17);
    expect(neededFor({ by: 'representatives', num: 1, den: 3 }, 85)).toBe(29);
    expect(neededFor({ by: 'residents', num: 1, den: 10 }, 0)).toBe(1);
    expect(neededFor({ by: 'chiefs', count: 3 }, 62)).toBe(3);
  });

  it('D7: present + excused + absent = members, whoever is on the voters’ register included', () => {
    const tallied = { entries: 40, present: 25, excused: 5, recused: 2, representatives: 0, requiredMissing: 0 };
    expect(figuresOf(tallied, null, half)).toMatchObject({ eligible: 40, absent: 10, quorum: 21, missing: 0 });
    expect(figuresOf(tallied, 100, half)).toMatchObject({ eligible: 100, absent: 70, quorum: 51, missing: 26 });
  });
});
