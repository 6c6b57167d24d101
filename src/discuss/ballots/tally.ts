import { z } from 'zod';
import { judge, type Judgement, type PassingRule, type Votes } from './passing-rule.ts';
import { leastPublished, type VoteWay } from './vote.ts';

// What was counted, as it is kept: whole numbers, written once.

const whole = z.int().min(0);
const area = z.strictObject({ all: whole, takingPart: whole, yes: whole });
/**
 * `returned`: papers in the box, or who answered in an open vote; `issued`: papers handed out, null in an open vote.
 * `ranking`: of a poll, the options of each place and how many papers prefer one to another. `salt`: so that the published
 * hash of a small secret ballot can't be guessed.
 */
const tallied = z.strictObject({
  eligible: whole,
  present: whole,
  issued: whole.nullable(),
  returned: whole,
  invalid: whole,
  yes: whole,
  no: whole,
  abstain: whole,
  area: area.nullable(),
  ranking: z.strictObject({ places: z.array(z.array(whole)), beats: z.array(z.array(whole)) }).nullable(),
  salt: z.string(),
});
export type Counts = z.infer<typeof tallied>;

/** As it was written. Throws when it is none. */
export function readCounts(stored: unknown): Counts {
  return tallied.parse(stored);
}

/** What the figures come to by the rule of the vote. */
export function judgeCounts(rule: PassingRule, counts: Counts): Judgement {
  return judge(rule, votesOfCounts(counts));
}

/** D6: on the roll as present, but no paper in the box, or no answer: shown, and as good as a no. */
export function notReturned({ present, returned }: Pick<Counts, 'present' | 'returned'>): number {
  return Math.max(0, present - returned);
}

/** D4: of a secret ballot of fewer than ten papers only the outcome and their number are published. */
export function isSplitPublic(way: VoteWay, { returned }: Pick<Counts, 'returned'>): boolean {
  return way !== 'secret_paper' || returned >= leastPublished;
}

/** Whether papers that came in time but turned up after the box was open could have turned the result, either way. */
export function couldTurn(rule: PassingRule, counts: Counts, papers: number): boolean {
  const votes = votesOfCounts(counts);
  const more = { ...votes, present: votes.present + papers, returned: votes.returned + papers };
  const now = judge(rule, votes).outcome === 'passed';
  const best = judge(rule, { ...more, yes: votes.yes + papers }).outcome === 'passed';
  const worst = judge(rule, { ...more, no: votes.no + papers }).outcome === 'passed';
  return best !== now || worst !== now;
}

function votesOfCounts({ eligible, present, returned, yes, no, area: by }: Counts): Votes {
  return { eligible, present, returned, yes, no, area: by };
}
