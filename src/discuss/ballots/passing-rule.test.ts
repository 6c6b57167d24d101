import { describe, expect, it } from 'vitest';
import { effectOf } from './effect-of-vote.ts';
import { judge, type PassingRule, type Votes } from './passing-rule.ts';
import { rankOptions } from './rank-options.ts';
import { problemsOf } from './reconcile-counts.ts';
import { couldTurn, isSplitPublic } from './tally.ts';

// The rules of the law as properties over many counts; the numbers of method.md 3.2 and 6.3 by name.

const representatives: PassingRule = { kind: 'majority', of: 'present', quorum: { num: 2, den: 3, more: false }, articles: ['RC 29'] };
const residents: PassingRule = { kind: 'majority', of: 'present', quorum: { num: 1, den: 2, more: true }, articles: ['RC 27'] };
const members: PassingRule = { ...representatives, of: 'entitled' };
const votes = (more: Partial<Votes>): Votes => ({ eligible: 92, present: 62, yes: 0, no: 0, returned: 62, area: null, ...more });

/** Small numbers in an order that never changes. */
function* numbers(count: number): Generator<[number, number, number, number]> {
  let seed = 7;
  const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (let at = 0; at < count; at++) {
    const eligible = 1 + next(300);
    const present = next(eligible + 1);
    const yes = next(present + 1);
    yield [eligible, present, yes, next(present - yes + 1)];
  }
}

describe('the majority', () => {
  it('D2 [law RC 27, 29]: of those present: passed exactly when yes × 2 > present, however many abstain', () => {
    for (const [eligible, present, yes, no] of numbers(5000)) {
      const { outcome } = judge({ ...residents, quorum: null }, votes({ eligible, present, yes, no }));
      expect(outcome === 'passed').toBe(yes * 2 > present);
      expect(judge({ ...residents, quorum: null }, votes({ eligible, present, yes, no: 0 })).outcome === 'passed').toBe(
        outcome === 'passed',
      );
    }
  });

  it('D1 [law RC 27]: of all residents or households more than half take part, or nothing is decided', () => {
    for (const [eligible, present, yes, no] of numbers(5000)) {
      const { outcome } = judge(residents, votes({ eligible, present, yes, no }));
      expect(outcome === 'inquorate').toBe(present * 2 <= eligible);
    }
    expect(judge(residents, votes({ eligible: 2980, present: 1212, yes: 1212 }))).toMatchObject({ outcome: 'inquorate', quorum: 1491 });
    const second = judge(residents, votes({ eligible: 2980, present: 1604, yes: 871, no: 402 }));
    expect(second).toMatchObject({ outcome: 'passed', needed: 803, quorum: 1491 });
  });

  it('D1 [law RC 29]: of 92 members 62 are needed, and 32 yes; a tie is not adopted', () => {
    expect(judge(representatives, votes({ present: 61, yes: 61 }))).toMatchObject({ outcome: 'inquorate', quorum: 62 });
    expect(judge(representatives, votes({ yes: 31, no: 31 }))).toMatchObject({ outcome: 'tie', needed: 32, quorum: 62 });
    expect(judge(representatives, votes({ yes: 31, no: 0 })).outcome).toBe('failed');
    expect(judge(representatives, votes({ yes: 32, no: 30 })).outcome).toBe('passed');
    for (const [eligible, present, yes, no] of numbers(3000)) {
      const { outcome } = judge(representatives, votes({ eligible, present, yes, no }));
      expect(outcome === 'inquorate').toBe(present * 3 < eligible * 2);
    }
  });

  it('of Party members is of all entitled, not of those who came', () => {
    expect(judge(members, votes({ yes: 46 })).outcome).toBe('failed');
    expect(judge(members, votes({ yes: 47 }))).toMatchObject({ outcome: 'passed', needed: 47 });
  });
});

describe('owners', () => {
  const count = (more: Partial<Votes>) =>
    votes({ eligible: 300, returned: 200, yes: 101, area: { all: 3_000_000, takingPart: 2_000_000, yes: 1_000_001 }, ...more });
  const ordinary: PassingRule = { kind: 'owners', grave: false, articles: ['CC 278'] };
  const grave: PassingRule = { ...ordinary, grave: true };

  it('[law CC 278] take part by two thirds of area and of number, and more than half of both agree', () => {
    expect(judge(ordinary, count({}))).toMatchObject({ outcome: 'passed', needed: 101, quorum: 200, neededArea: 1_000_001 });
    expect(judge(ordinary, count({ yes: 100 })).outcome).toBe('failed');
    expect(judge(ordinary, count({ area: { all: 3_000_000, takingPart: 2_000_000, yes: 1_000_000 } })).outcome).toBe('failed');
    expect(judge(ordinary, count({ returned: 199 })).outcome).toBe('inquorate');
    expect(judge(ordinary, count({ area: { all: 3_000_000, takingPart: 1_999_999, yes: 1_999_999 } })).outcome).toBe('inquorate');
  });

  it('[law CC 278] three quarters of both where the fund is raised, a house rebuilt or a use changed', () => {
    expect(judge(grave, count({ yes: 150, area: { all: 3_000_000, takingPart: 2_000_000, yes: 1_500_000 } })).outcome).toBe('passed');
    expect(judge(grave, count({ yes: 149, area: { all: 3_000_000, takingPart: 2_000_000, yes: 1_500_000 } })).outcome).toBe('failed');
    expect(judge(grave, count({ yes: 150, area: { all: 3_000_000, takingPart: 2_000_000, yes: 1_499_999 } })).outcome).toBe('failed');
  });
});

describe('what a vote is worth', () => {
  const right = {
    kind: { code: 'residents_meeting' },
    purpose: 'decide',
    way: 'secret_paper',
    rule: residents,
    power: null,
    matter: 'charter',
    noticeValid: true,
    quorate: true,
  } as const;

  it('D1 [law RC 26, 27, 30]: binds only in the right body, with valid notice and quorum; otherwise it says why it advises', () => {
    expect(effectOf(right)).toEqual({ effect: 'binding', because: [] });
    const wrong = [
      [{ kind: { code: 'deliberative_council' } }, 'body'],
      [{ matter: null }, 'power'],
      [{ power: { body: 'residents_committee', binds: true } }, 'power'],
      [{ power: { body: 'owners_assembly', binds: false } }, 'owners'],
      [{ purpose: 'advise' }, 'purpose'],
      [{ way: 'preference_poll' }, 'way'],
      [{ noticeValid: false }, 'notice'],
      [{ quorate: false }, 'quorum'],
    ] as const;
    for (const [more, because] of wrong) expect(effectOf({ ...right, ...more })).toEqual({ effect: 'advisory', because: [because] });
    expect(effectOf({ ...right, power: { body: 'representatives_meeting', binds: true } }).effect).toBe('binding');
    const below = { ...right, kind: { code: 'representatives_meeting' }, power: { body: 'residents_meeting', binds: true } };
    expect(effectOf(below)).toEqual({ effect: 'advisory', because: ['power'] });
  });
});

describe('numbers', () => {
  it('D6: reconciled: returned ≤ issued ≤ roll, returned ≤ present, and all papers are yes, no, abstention or invalid', () => {
    const good = { issued: 60, returned: 50, invalid: 2, yes: 30, no: 10, abstain: 8 };
    const roll = { eligible: 92, present: 62 };
    const codes = (more: Partial<typeof good>) => problemsOf({ ...good, ...more }, roll).map(({ code }) => code);
    expect(codes({})).toEqual([]);
    expect(codes({ issued: 93 })).toEqual(['ballot.more-than-roll']);
    expect(codes({ issued: 49 })).toEqual(['ballot.more-than-issued']);
    expect(codes({ issued: 70, returned: 63, yes: 43 })).toEqual(['ballot.more-than-present']);
    expect(codes({ yes: 31 })).toEqual(['ballot.does-not-add-up']);
  });

  it('D4 [decided]: a secret ballot below ten papers publishes no split; an open vote is minuted in full', () => {
    expect([9, 10].map((returned) => isSplitPublic('secret_paper', { returned }))).toEqual([false, true]);
    expect(isSplitPublic('show_of_hands', { returned: 3 })).toBe(true);
  });

  it('a paper found after the box was open is weighed: it could turn the result or not', () => {
    const counts = {
      eligible: 92,
      present: 62,
      issued: 62,
      returned: 62,
      invalid: 0,
      yes: 32,
      no: 30,
      abstain: 0,
      area: null,
      ranking: null,
      salt: '',
    };
    expect(couldTurn(representatives, counts, 2)).toBe(true);
    expect(couldTurn(representatives, { ...counts, yes: 40, no: 22 }, 2)).toBe(false);
    expect(couldTurn(representatives, { ...counts, yes: 31, no: 31 }, 1)).toBe(true);
  });
});

describe('a preference poll', () => {
  it('takes the option that wins against each other in pairs, though another has most first places', () => {
    const papers = [
      { ranking: [0, 1, 2], papers: 40 },
      { ranking: [2, 1, 0], papers: 35 },
      { ranking: [1, 2, 0], papers: 25 },
    ];
    expect(rankOptions(3, papers).places).toEqual([[1], [2], [0]]);
  });

  it('orders a circle as Schulze’s own example of 45 papers and five options does', () => {
    const lines = { ACBED: 5, ADECB: 5, BEDAC: 8, CABED: 3, CAEBD: 7, CBADE: 2, DCEBA: 7, EBADC: 8 };
    const papers = Object.entries(lines).map(([order, count]) => ({
      ranking: [...order].map((one) => 'ABCDE'.indexOf(one)),
      papers: count,
    }));
    expect(rankOptions(5, papers).places).toEqual([[4], [0], [2], [1], [3]]);
  });

  it('lets alike options share a place, and puts those left out last', () => {
    expect(rankOptions(3, [{ ranking: [0], papers: 4 }]).places).toEqual([[0], [1, 2]]);
    expect(rankOptions(2, []).places).toEqual([[0, 1]]);
  });
});
