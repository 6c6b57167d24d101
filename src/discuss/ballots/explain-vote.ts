import type { Share } from '#discuss/meetings/index.ts';
import type { PassingRule } from './passing-rule.ts';
import { judgeCounts, notReturned, type Counts } from './tally.ts';
import type { Outcome } from './vote.ts';

// "Why did this pass or fail?" as steps anybody can follow with a pencil: each has its figures; words come at the door.

/** `code`: which sentence (`ballots_why_<code>`); `values`: its figures. */
export type Reasoning = { code: string; values: Record<string, number | string> };
export type Explained = { outcome: Outcome; needed: number | null; steps: Reasoning[] };

/** `split`: whether yes, no and abstentions may be told (D4). */
export function explainVote(rule: PassingRule, counts: Counts, split: boolean): Explained {
  const judged = judgeCounts(rule, counts);
  const { outcome, needed, quorum } = judged;
  const { eligible, present, returned, yes, no, abstain, invalid } = counts;
  const missing = notReturned(counts);
  const figures = split ? [{ code: 'split', values: { yes, no, abstain, invalid, missing } }] : [{ code: 'few', values: { returned } }];
  switch (rule.kind) {
    case 'majority':
      return {
        outcome,
        needed,
        steps: [
          ...(quorum === null ? [] : [quorumStep(rule.quorum, { eligible, present, quorum })]),
          ...(outcome === 'inquorate'
            ? []
            : [{ code: `base_${rule.of}`, values: { base: rule.of === 'present' ? present : eligible, needed: needed ?? 0 } }]),
          ...figures,
          ...verdictSteps(outcome, split, yes, needed ?? 0),
        ],
      };
    case 'owners':
      return { outcome, needed, steps: [...ownersSteps(rule.grave, counts, judged, split), ...verdictSteps(outcome, false, 0, 0)] };
    case 'each_binds_itself':
      return { outcome, needed, steps: [{ code: 'each', values: { yes, no, present } }] };
    case 'preference':
      return { outcome, needed, steps: [{ code: 'ranked', values: { papers: returned, present } }] };
  }
}

function quorumStep(share: Share | null, { eligible, present, quorum }: { eligible: number; present: number; quorum: number }): Reasoning {
  const { num = 1, den = 2, more = true } = share ?? {};
  return {
    code: `quorum_${more ? 'more' : 'least'}_${present >= quorum ? 'met' : 'missed'}`,
    values: { eligible, present, quorum, num, den },
  };
}

function verdictSteps(outcome: Outcome, split: boolean, yes: number, needed: number): Reasoning[] {
  return [{ code: split ? `${outcome}_by` : outcome, values: split ? { yes, needed } : {} }];
}

type Judged = ReturnType<typeof judgeCounts>;

function ownersSteps(grave: boolean, { eligible, returned, area, yes }: Counts, judged: Judged, split: boolean): Reasoning[] {
  const metres = (hundredths: number) => (hundredths / 100).toFixed(2);
  const { needed, quorum, neededArea, quorumArea } = judged;
  const took = {
    owners: eligible,
    returned,
    quorum: quorum ?? 0,
    area: metres(area?.all ?? 0),
    takingPart: metres(area?.takingPart ?? 0),
    quorumArea: metres(quorumArea ?? 0),
  };
  const agreed = { yes, needed: needed ?? 0, areaYes: metres(area?.yes ?? 0), neededArea: metres(neededArea ?? 0) };
  return [
    { code: 'owners_took', values: took },
    ...(split && judged.outcome !== 'inquorate' ? [{ code: grave ? 'owners_grave' : 'owners_ordinary', values: agreed }] : []),
  ];
}
