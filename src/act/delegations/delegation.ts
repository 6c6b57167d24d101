// A delegation: residents take a matter into their own hands, under an agreement that says what, until when, with what money
// and whose help. The community stays answerable for it (method.md 3.3).

export const delegationStages = [
  'identified',
  'assessed',
  'unsuitable',
  'offered',
  'accepted',
  'declined',
  'agreed',
  'active',
  'help_requested',
  'suspended',
  'reported',
  'verified',
  'completed',
  'given_back',
  'taken_back',
] as const;
export type DelegationStage = (typeof delegationStages)[number];
export type LeadMode = 'resident_led' | 'joint' | 'committee_led';

/** What no group of residents may be given: each of them alone decides it. */
export const concerns = ['government_duty', 'enforcement', 'dangerous', 'needs_licence', 'needs_personal_files'] as const;
export type Concern = (typeof concerns)[number];

/** `number`: `2026-12`, as it is read aloud and stands in addresses. Days are Shanghai's. */
export type Delegation = {
  communityId: number;
  id: string;
  number: string;
  stage: DelegationStage;
  title: string;
  purpose: string;
  leadMode: LeadMode;
  voiceId: string | null;
  topicId: string | null;
  resolutionId: string | null;
  responsibilityId: string | null;
  organizationId: string | null;
  mentorId: string | null;
  startsOn: string | null;
  endsOn: string | null;
  dueAt: Date | null;
  identifiedAt: Date;
};

/** From which stages each deed starts. */
export const startsFrom = {
  assess: ['identified'],
  offer: ['assessed', 'declined'],
  answer: ['offered'],
  choose: ['offered'],
  draft: ['accepted'],
  sign: ['accepted'],
  begin: ['agreed'],
  ask_help: ['active'],
  answer_help: ['help_requested'],
  suspend: ['active', 'help_requested'],
  resume: ['suspended'],
  // A mentor who doesn't answer must not keep a group from saying that it is done.
  report: ['active', 'help_requested'],
  verify: ['reported'],
  complete: ['verified'],
  take_back: ['active', 'help_requested', 'suspended'],
  give_back: ['accepted', 'agreed', 'active', 'help_requested', 'suspended'],
  account: ['active', 'help_requested', 'suspended', 'reported'],
} as const satisfies Record<string, readonly DelegationStage[]>;
export type Deed = keyof typeof startsFrom;

/** Working days for each step [D: method.md 3.3]. */
export const days = { assess: 3, offer: 5, answer: 5, help: 2, verify: 5 } as const;

/** While it runs: with an agreement, a mentor and an end (L2). */
export const running: readonly DelegationStage[] = ['agreed', 'active', 'help_requested', 'suspended', 'reported', 'verified'];
/** What everybody may read: from the offer on; that a group refused, or nothing came of it, is nobody's business. */
export const publicStages: readonly DelegationStage[] = ['offered', 'accepted', ...running, 'completed', 'given_back', 'taken_back'];
