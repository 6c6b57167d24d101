// A visit to a household: from the plan to the record that was read back. Nobody home and "rather not" are results, too.

export const results = ['done', 'nobody_home', 'refused'] as const;
export type Result = (typeof results)[number];
export const purposes = ['rhythm', 'monthly', 'emergency', 'asked', 'invite', 'inform', 'consult', 'answer', 'card'] as const;
export type VisitPurpose = (typeof purposes)[number];
/** Who was there, as roles; never a name. */
export const presences = ['owner', 'tenant', 'family', 'child', 'carer', 'neighbour'] as const;
export type Presence = (typeof presences)[number];
export const rhythms = ['ordinary', 'monthly', 'none'] as const;
export type Rhythm = (typeof rhythms)[number];
/** How the household said that the record is right: by signature, by word, or that they'd rather not say. */
export const readBackWays = ['signed', 'spoken', 'unwilling'] as const;
export type ReadBackWay = (typeof readBackWays)[number];
/** How a wish, a correction or an erasure came. `page`: by themselves. */
export const visitWays = ['page', 'phone', 'desk', 'paper', 'visit'] as const;
export type VisitWay = (typeof visitWays)[number];
/** How the household would rather be reached. */
export const contactWays = ['phone', 'visit', 'message', 'none'] as const;
export type ContactWay = (typeof contactWays)[number];
export const noteConsentWays = ['signed', 'spoken'] as const;
export const visitStages = ['planned', 'noticed', 'recorded', 'voices_raised', 'read_back', 'corrected', 'closed'] as const;
export type VisitStage = (typeof visitStages)[number];
export type VisitStep = VisitStage | 'attempted' | 'refused' | 'done' | 'erased';

export type VisitRef = { communityId: number; id: string };

/** What the rules need to know. `voices`: how many of the things asked have become one. `at`: planned for, or made. */
export type Visit = {
  communityId: number;
  id: string;
  householdId: string;
  officerId: string;
  companionId: string | null;
  at: Date;
  stage: VisitStage;
  result: Result | null;
  asks: number;
  voices: number;
  erased: boolean;
  householdEnded: boolean;
};

/** A record is written within a day of the visit. */
export const recordHours = 24;
/** Later than this a record is memory, not a record [D]. */
export const recordDays = 30;
