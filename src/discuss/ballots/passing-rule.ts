import { z } from 'zod';
import { leastOf, type MeetingKind, type Share } from '#discuss/meetings/index.ts';
import type { Outcome, VoteWay } from './vote.ts';

// When a vote has passed. Whole numbers only. The rule is fixed, with its article, when the vote opens.

const share = z.strictObject({ num: z.int().min(0), den: z.int().min(1), more: z.boolean() });
const articles = z.array(z.string());

/**
 * `majority`: more than half of those present at the vote (or of all entitled) say yes; whoever abstains, spoils or keeps the
 * paper says no yes. `owners`: by area and by number. `each_binds_itself`: no majority at all. `preference`: an order only.
 */
const passingRule = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('majority'), of: z.enum(['present', 'entitled']), quorum: share.nullable(), articles }),
  z.strictObject({ kind: z.literal('owners'), grave: z.boolean(), articles }),
  z.strictObject({ kind: z.literal('each_binds_itself'), articles }),
  z.strictObject({ kind: z.literal('preference'), articles }),
]);
export type PassingRule = z.infer<typeof passingRule>;
/** As an owners' matter is counted: repair fund, rebuilding and change of use need three quarters (`grave`). */
export const ownersMatters = ['ordinary', 'grave'] as const;
export type OwnersMatter = (typeof ownersMatters)[number];

/** The articles on approval: Organic Law of Urban Residents' Committees (RC), Civil Code (CC). */
const passesBy: Partial<Record<string, string>> = {
  residents_meeting: 'RC 27',
  representatives_meeting: 'RC 29',
  deliberative_council: 'RC 32',
  joint_meeting: 'Shandong-property 74',
};
const half: Share = { num: 1, den: 2, more: true };
const takingPart: Share = { num: 2, den: 3, more: false };
const threeQuarters: Share = { num: 3, den: 4, more: false };

/** The rule of a vote in this kind of meeting; null where the kind knows no vote. */
export function ruleFor(
  { code, rules }: Pick<MeetingKind, 'code' | 'rules'>,
  way: VoteWay,
  owners: OwnersMatter | null,
): PassingRule | null {
  const basis = [passesBy[code] ?? []].flat();
  if (way === 'preference_poll')
    return rules.passing === 'none' || rules.passing === 'rating' ? null : { kind: 'preference', articles: basis };
  if (owners !== null) return { kind: 'owners', grave: owners === 'grave', articles: ['CC 278'] };
  switch (rules.passing) {
    case 'majority_of_present':
    case 'consensus_or_majority':
      return { kind: 'majority', of: 'present', quorum: rules.quorum, articles: basis };
    case 'majority_of_entitled':
      return { kind: 'majority', of: 'entitled', quorum: rules.quorum, articles: basis };
    case 'each_binds_itself':
      return { kind: 'each_binds_itself', articles: basis };
    default:
      return null;
  }
}

/** As it was fixed. Throws when it is none. */
export function readRule(stored: unknown): PassingRule {
  return passingRule.parse(stored);
}

/** In hundredths of a square metre: of all owners, of those who took part, of those who said yes. */
export type Area = { all: number; takingPart: number; yes: number };
/** `returned`: papers in the box; in an open vote whoever is present has taken part. */
export type Votes = { eligible: number; present: number; yes: number; no: number; returned: number; area: Area | null };
/** `needed`: so many yes; `quorum`: so many taking part; of area likewise. Null where the rule knows none. */
export type Judgement = {
  outcome: Outcome;
  needed: number | null;
  quorum: number | null;
  neededArea: number | null;
  quorumArea: number | null;
};
const none = { needed: null, quorum: null, neededArea: null, quorumArea: null };

/** What the figures come to by this rule. */
export function judge(rule: PassingRule, votes: Votes): Judgement {
  switch (rule.kind) {
    case 'majority':
      return judgeMajority(rule, votes);
    case 'owners':
      return judgeOwners(rule.grave, votes);
    case 'each_binds_itself':
      return { ...none, outcome: votes.yes > 0 ? 'passed' : 'failed' };
    case 'preference':
      return { ...none, outcome: 'ranked' };
  }
}

function judgeMajority(
  { of, quorum: share_ }: Extract<PassingRule, { kind: 'majority' }>,
  { eligible, present, yes, no }: Votes,
): Judgement {
  const needed = leastOf(half, of === 'present' ? present : eligible);
  const quorum = share_ && leastOf(share_, eligible);
  const found = { ...none, needed, quorum };
  if (quorum !== null && present < quorum) return { ...found, outcome: 'inquorate' };
  if (yes >= needed) return { ...found, outcome: 'passed' };
  return { ...found, outcome: yes === no && yes > 0 ? 'tie' : 'failed' };
}

/** Civil Code 278: two thirds of the owners take part, by area and by number; of those, both again must say yes. */
function judgeOwners(grave: boolean, { eligible, returned, yes, area }: Votes): Judgement {
  const agreeing = grave ? threeQuarters : half;
  const all = area ?? { all: 0, takingPart: 0, yes: 0 };
  const found = {
    needed: leastOf(agreeing, returned),
    quorum: leastOf(takingPart, eligible),
    neededArea: leastOf(agreeing, all.takingPart),
    quorumArea: leastOf(takingPart, all.all),
  };
  const enough = area !== null && returned >= found.quorum && all.takingPart >= found.quorumArea;
  if (!enough) return { ...found, outcome: 'inquorate' };
  return { ...found, outcome: yes >= found.needed && all.yes >= found.neededArea ? 'passed' : 'failed' };
}
