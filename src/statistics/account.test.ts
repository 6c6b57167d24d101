import { describe, expect, it } from 'vitest';
import { stages, type Stage } from '#listen/voices/index.ts';
import { accountOf, addAccounts, parts } from './account.ts';

describe('accountOf', () => {
  it('V2: puts every stage into exactly one part, and the parts sum to what was received', () => {
    const names: string[] = Object.keys(stages);
    const account = accountOf(names.map((stage, at) => ({ stage, voices: at + 1 })));
    expect(parts.reduce((sum, part) => sum + account[part], 0)).toBe(account.received);
    expect(account.received).toBe((names.length * (names.length + 1)) / 2);
  });

  it('stops at a stage nobody knows', () => {
    expect(() => accountOf([{ stage: 'lost', voices: 1 }])).toThrow('lost');
  });

  it('adds up', () => {
    const one = accountOf([
      { stage: 'merged' satisfies Stage, voices: 2 },
      { stage: 'answered', voices: 3 },
    ]);
    expect(addAccounts([one, one])).toMatchObject({ received: 10, open: 6, merged: 4, confirmed: 0 });
  });
});
