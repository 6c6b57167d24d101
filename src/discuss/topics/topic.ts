// A topic: what the neighbourhood talks about before somebody decides (method.md 3.2).

export const topicStages = [
  'proposed',
  'screened',
  'studied',
  'consulting',
  'called',
  'in_session',
  'discussed',
  'voting',
  'counted',
  'adopted',
  'not_adopted',
  'inquorate',
  'adjourned',
  'published',
  'filed',
  'implementing',
  'reported',
  'reviewed',
  'referred',
  'mediation',
  'advised',
  'declined',
] as const;
export type TopicStage = (typeof topicStages)[number];

export const origins = ['voices', 'building_chief', 'party', 'residents', 'secretary', 'representatives'] as const;
export type Origin = (typeof origins)[number];
export const bodies = [
  'residents_meeting',
  'representatives_meeting',
  'residents_committee',
  'owners_assembly',
  'affected_owners',
  'government',
  'private_parties',
] as const;
export type Body = (typeof bodies)[number];
export const effects = ['binding', 'advisory', 'referral', 'mediation'] as const;
export type Effect = (typeof effects)[number];
export const sides = ['for', 'against', 'question'] as const;
export type Side = (typeof sides)[number];
export const supportBases = ['persons', 'households'] as const;
export type SupportBasis = (typeof supportBases)[number];

/** What the power check said: who decides, and what the word of those who are asked is worth. */
export type Screening = { matter: string; body: Body; effect: Effect; mustStudy: boolean; mustConsult: boolean };
export type Decline = { id: string; reason: string; declinedAt: Date; declinedBy: string; appealed: boolean; outcome: string | null };

/** The facts the rules need. `number`: `2026-12`. `decline`: the newest, whether it still stands or not. */
export type Topic = {
  communityId: number;
  id: string;
  number: string;
  stage: TopicStage;
  title: string;
  question: string;
  background: string | null;
  origin: Origin;
  placeId: string | null;
  vitalInterest: boolean;
  proposedAt: Date;
  proposedBy: string | null;
  proposedFor: string | null;
  screening: Screening | null;
  studied: boolean;
  consulted: boolean;
  owed: boolean;
  decline: Decline | null;
};

const meet: readonly TopicStage[] = ['called', 'consulting', 'advised', 'referred', 'reported'];

/** Where a topic goes from each stage. */
export const follows: Record<TopicStage, readonly TopicStage[]> = {
  proposed: ['screened', 'declined'],
  screened: ['screened', 'studied', ...meet, 'mediation', 'declined'],
  studied: ['screened', ...meet],
  consulting: ['screened', 'studied', ...meet],
  called: ['in_session', 'discussed', 'inquorate', 'adjourned'],
  in_session: ['discussed', 'voting', 'inquorate', 'adjourned'],
  discussed: ['voting', ...meet],
  voting: ['counted', 'discussed'],
  counted: ['adopted', 'not_adopted', 'inquorate', 'advised'],
  adopted: ['published', 'implementing', 'reported'],
  not_adopted: ['published', ...meet],
  inquorate: [...meet],
  adjourned: [...meet],
  published: ['filed', 'implementing', 'reported'],
  filed: ['implementing', 'reported'],
  implementing: ['reported', 'reviewed'],
  reported: ['reviewed'],
  reviewed: [],
  referred: ['screened', 'called', 'consulting', 'implementing', 'reported'],
  mediation: ['screened', 'implementing', 'reported'],
  advised: ['published', 'implementing', 'called', 'referred', 'reported'],
  declined: ['proposed'],
};
