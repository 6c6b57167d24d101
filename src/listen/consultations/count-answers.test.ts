import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countAnswers, type CountedSlip } from './count-answers.ts';
import type { Choice, Question } from './consultation.ts';

const question = (kind: Question['kind'], options: string[]): Question => ({
  id: 'q',
  position: 1,
  kind,
  words: 'Which?',
  hint: null,
  required: false,
  most: null,
  lowLabel: 'low',
  highLabel: 'high',
  options,
});
const slips = (many: number, choice: Choice | null, channel: CountedSlip['channel'] = 'web'): CountedSlip[] =>
  Array.from({ length: many }, () => ({ channel, choices: choice === null ? {} : { '1': choice } }));
const counted = (of: Question, ...groups: CountedSlip[][]) => countAnswers([of], groups.flat(), new Map());
const single = question('single', ['A', 'B', 'C']);

describe('countAnswers', () => {
  it('D4: below ten answers says only how many there were', () => {
    const { answers, questions, channels } = counted(single, slips(9, 1));
    expect({ answers, questions, shown: channels.map(({ count }) => count) }).toEqual({
      answers: 9,
      questions: null,
      shown: [null, null, null],
    });
  });

  it('shows what is large enough, and nothing that would reveal what isn’t', () => {
    const [result] = counted(single, slips(30, 1), slips(12, 2), slips(4, 3)).questions ?? [];
    expect(result?.cells.map(({ count }) => count)).toEqual([30, null, null]);
    const [whole] = counted(single, slips(30, 1), slips(12, 2)).questions ?? [];
    expect(whole?.cells.map(({ count }) => count)).toEqual([30, 12, 0]);
  });

  it('averages a scale only when all of it shows', () => {
    const scale = question('scale', []);
    expect(counted(scale, slips(10, 5), slips(10, 4)).questions?.[0]?.mean).toBe(4.5);
    expect(counted(scale, slips(20, 5), slips(1, 1)).questions?.[0]?.mean).toBeNull();
  });

  it('orders what was ranked by points, and keeps the points', () => {
    const [result] = counted(question('ranking', ['A', 'B', 'C']), slips(12, [2, 1, 3]), slips(10, [1, 2])).questions ?? [];
    expect(result?.order).toEqual(['B', 'A', 'C']);
    expect(result?.cells.map(({ count }) => count)).toEqual([10, 12, 0]);
  });

  it('splits by channel only where every cell is large enough', () => {
    const paper = (many: number, choice: number) => slips(many, choice, 'paper');
    const two = question('single', ['A', 'B']);
    expect(counted(two, slips(10, 1), slips(11, 2), paper(12, 1), paper(13, 2)).questions?.[0]?.split).toEqual([
      { channel: 'web', counts: [10, 11] },
      { channel: 'paper', counts: [12, 13] },
    ]);
    expect(counted(two, slips(10, 1), slips(11, 2), paper(12, 1), paper(9, 2)).questions?.[0]?.split).toBeNull();
  });

  it('never lets a cell below ten be worked out', () => {
    const choice = fc.oneof(fc.constantFrom<Choice | null>(1, 2, 3, 'unreadable', null));
    const channel = fc.constantFrom<CountedSlip['channel']>('web', 'paper', 'phone');
    const group = fc.tuple(fc.nat(25), choice, channel).map(([many, one, way]) => slips(many, one, way));
    fc.assert(
      fc.property(fc.array(group, { maxLength: 12 }), (groups) => {
        const { answers, questions, channels } = counted(single, ...groups);
        for (const known of [
          channels.map(({ count }) => count),
          ...(questions ?? []).map(({ cells, none, unreadable }) => [...cells.map(({ count }) => count), none, unreadable]),
        ]) {
          const shown = known.flatMap((count) => (count === null ? [] : [count]));
          const rest = answers - shown.reduce((sum, count) => sum + count, 0);
          const hiddenCells = known.length - shown.length;
          expect(shown.every((count) => count >= 10 || (count === 0 && hiddenCells === 0))).toBe(true);
          if (hiddenCells > 0 && answers >= 10) expect([hiddenCells > 1, rest >= 10]).toEqual([true, true]);
        }
        for (const { split } of questions ?? [])
          for (const { counts } of split ?? []) expect(counts.every((count) => count >= 10)).toBe(true);
      }),
    );
  });
});
