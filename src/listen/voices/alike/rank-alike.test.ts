import { describe, expect, it } from 'vitest';
import { rankAlike } from './rank-alike.ts';

const told = [
  { title: '青柳苑3栋电梯停运', body: '电梯坏了五次，老人上下楼困难' },
  { title: '广场舞音响太吵', body: '望梅广场每晚音响吵到十点' },
  { title: '青柳苑3栋电梯又坏了', body: '老人上下楼困难，电梯停运三天' },
  { title: '路灯不亮', body: '河滨路的路灯一个月没有亮' },
];

describe('rankAlike', () => {
  it('puts the same matter first, never the message itself', () => {
    const pairs = rankAlike(told);
    expect(pairs.find(({ query }) => query === 0)?.candidate).toBe(2);
    expect(pairs.find(({ query }) => query === 2)?.candidate).toBe(0);
    expect(pairs.filter(({ query, candidate }) => query === candidate)).toEqual([]);
  });

  it('gives at most as many as asked, best first', () => {
    const pairs = rankAlike(Array.from({ length: 30 }, (_, at) => ({ title: `电梯停运 ${at}`, body: '电梯又坏了' })));
    const ofFirst = pairs.filter(({ query }) => query === 0).map(({ score }) => score);
    expect(ofFirst).toHaveLength(10);
    expect(ofFirst).toEqual(ofFirst.toSorted((a, b) => b - a));
  });

  it('has nothing to say about a single message or an empty one', () => {
    expect(rankAlike([{ title: '', body: '' }])).toEqual([]);
    expect(rankAlike([{ title: '', body: '' }, ...told]).filter(({ query }) => query === 0)).toEqual([]);
  });
});
