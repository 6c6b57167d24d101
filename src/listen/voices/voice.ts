// A voice is what one person said. It gets a number at once, always has one person answerable, and is closed only by
// the resident's word or, with evidence, by a second person.

export const kinds = ['opinion', 'complaint', 'help_request', 'question', 'praise'] as const;
export type VoiceKind = (typeof kinds)[number];
export const privacies = ['named', 'confidential', 'anonymous'] as const;
export type Privacy = (typeof privacies)[number];
export const responseMethods = ['phone', 'sms', 'mail', 'visit', 'paper', 'page'] as const;
export type ResponseMethod = (typeof responseMethods)[number];
export const channels = [
  'liaison_visit',
  'building_chief',
  'walk_in',
  'telephone',
  'complaint_line',
  'paper',
  'web',
  'blog_comment',
  'hotline_transfer',
] as const;
export type Channel = (typeof channels)[number];
export const matterScopes = ['public', 'community', 'private'] as const;
export const urgencies = ['ordinary', 'urgent', 'danger'] as const;
export const reasonCodes = [
  'UNREACHABLE',
  'NO_POWER_REFERRED',
  'UNLAWFUL_OR_IMPOSSIBLE',
  'NOT_NOW',
  'SAME_FACTS_ALREADY_ANSWERED',
  'ANONYMOUS',
  'RESIDENT_DECLINED_TO_CONFIRM',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export type Bucket = 'open' | 'confirmed' | 'documented' | 'merged' | 'referred' | 'withdrawn';
export type MethodStage = 'listen' | 'discuss' | 'act' | 'evaluate';

/** Every stage: in which bucket it counts (V2) and under which seal of the method it stands. */
export const stages = {
  received: { bucket: 'open', seal: 'listen' },
  acknowledged: { bucket: 'open', seal: 'listen' },
  triaged: { bucket: 'open', seal: 'listen' },
  assigned: { bucket: 'open', seal: 'act' },
  in_progress: { bucket: 'open', seal: 'act' },
  waiting_external: { bucket: 'open', seal: 'act' },
  scheduled: { bucket: 'open', seal: 'act' },
  delegated: { bucket: 'open', seal: 'act' },
  in_deliberation: { bucket: 'open', seal: 'discuss' },
  escalated: { bucket: 'open', seal: 'act' },
  answered: { bucket: 'open', seal: 'evaluate' },
  reopened: { bucket: 'open', seal: 'evaluate' },
  closed_confirmed: { bucket: 'confirmed', seal: 'evaluate' },
  closed_documented: { bucket: 'documented', seal: 'evaluate' },
  referred_out: { bucket: 'referred', seal: 'act' },
  merged: { bucket: 'merged', seal: 'listen' },
  withdrawn: { bucket: 'withdrawn', seal: 'listen' },
} as const satisfies Record<string, { bucket: Bucket; seal: MethodStage }>;
export type Stage = keyof typeof stages;
export const stageNames = Object.keys(stages).filter(isStage);
export const openStages = stageNames.filter((stage) => stages[stage].bucket === 'open');

/** From which stages each verb starts. Where it leads stands in the command of the same name. */
export const startsFrom = {
  acknowledge: ['received'],
  // Also later: who is complained about may come out while the work is under way.
  triage: ['acknowledged', 'triaged', 'assigned', 'in_progress', 'waiting_external', 'scheduled', 'escalated', 'answered', 'reopened'],
  assign: ['triaged', 'assigned', 'reopened', 'escalated'],
  accept: ['assigned'],
  decline: ['assigned'],
  answer: ['in_progress'],
  wait: ['in_progress'],
  schedule: ['in_progress', 'waiting_external'],
  // What a group of residents does comes back through its agreement: given back, taken back, or done.
  resume: ['waiting_external', 'scheduled', 'in_deliberation'],
  extend: ['received', 'acknowledged', 'triaged', 'assigned', 'in_progress', 'waiting_external', 'escalated', 'reopened'],
  refer: ['triaged', 'in_progress', 'waiting_external'],
  confirm_referral: ['triaged', 'assigned', 'in_progress', 'waiting_external', 'scheduled', 'answered'],
  merge: ['triaged'],
  split: ['merged'],
  escalate: [
    'received',
    'acknowledged',
    'triaged',
    'assigned',
    'in_progress',
    'waiting_external',
    'scheduled',
    'delegated',
    'in_deliberation',
    'reopened',
  ],
  follow_up: ['answered'],
  close_documented: ['answered'],
  confirm: ['answered', 'merged'],
  reopen: ['answered', 'closed_confirmed', 'closed_documented'],
  withdraw: [
    'received',
    'acknowledged',
    'triaged',
    'assigned',
    'in_progress',
    'waiting_external',
    'scheduled',
    'delegated',
    'in_deliberation',
    'escalated',
    'answered',
    'reopened',
    'merged',
  ],
  add: [
    'received',
    'acknowledged',
    'triaged',
    'assigned',
    'in_progress',
    'waiting_external',
    'scheduled',
    'delegated',
    'in_deliberation',
    'escalated',
    'answered',
    'reopened',
    'merged',
  ],
} as const satisfies Record<string, readonly Stage[]>;
export type Verb = keyof typeof startsFrom;

/** What the rules need to know of a voice; `find-voice` and `reach-voice` fill it. */
export type Voice = {
  communityId: number;
  id: string;
  number: string;
  kind: VoiceKind;
  channel: Channel;
  privacy: Privacy;
  stage: Stage;
  round: number;
  level: 'community' | 'street';
  /** `named`: somebody is complained about; `street`: the community's own leadership is, so the street handles it. */
  sealed: 'none' | 'named' | 'street';
  category: string | null;
  mayPublish: boolean;
  /** What was personal in it has been removed at the person's request. */
  erased: boolean;
  published: boolean;
  firstReceiverId: string;
  ownerId: string | null;
  /** Who was answerable last before the newest reopening; null in the first round. */
  lastOwnerId: string | null;
  reporterId: string;
  reporterPersonId: string | null;
  reporterReachable: boolean;
  accusedIds: string[];
  caseId: string | null;
  /** Of a merged voice: how the voice stands that it was merged into, and whether this speaker has judged it already. */
  lead: { stage: Stage; ownerId: string | null; judged: boolean } | null;
  /** How many voices are merged into this one. */
  children: number;
  receivedAt: Date;
  dueAt: Date;
  originalDueAt: Date;
  assignedAt: Date | null;
  answeredAt: Date | null;
  closedAt: Date | null;
  extended: boolean;
  referralAsked: boolean;
  referralAccepted: boolean;
  reopenings: number;
  /** Follow-up tries of this round that did not reach the resident, or that the resident would not answer. */
  tries: { count: number; ways: number; firstAt: Date | null; wouldNotSay: boolean };
};

export { formatNumber } from '#foundation/text/yearly-number.ts';

/** Reads a number as people type it (full-width digits, spaces, missing zeros); null when it is none. */
export function parseNumber(text: string): { year: number; serial: number } | null {
  const found = /^(\d{4})-?(\d{1,9})$/.exec(text.normalize('NFKC').replace(/[\s]/g, '').replace(/[—–‐]/g, '-'));
  return found ? { year: Number(found[1]), serial: Number(found[2]) } : null;
}

/** Open and still waiting for its answer: only then does the light burn. */
export function isUnanswered(voice: Pick<Voice, 'stage'>): boolean {
  return isOpen(voice) && voice.stage !== 'answered';
}

export function isOpen(voice: Pick<Voice, 'stage'>): boolean {
  return stages[voice.stage].bucket === 'open';
}

export function isStage(text: string): text is Stage {
  return Object.hasOwn(stages, text);
}
