// A data request: somebody wants to see, correct, copy or erase what is kept of them, or objects to a use of it. The
// office has fifteen working days; it does what was asked, or says in writing why not [law PIPL 44-50].

export const requestKinds = ['read', 'correct', 'copy', 'erase', 'object'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestWays = ['page', 'phone', 'desk', 'paper'] as const;
export type RequestWay = (typeof requestWays)[number];
export const outcomes = ['done', 'refused', 'taken_back'] as const;
export type Outcome = (typeof outcomes)[number];

/** Working days from the day it was asked [D: method.md E6]. */
export const requestDays = 15;

/** What the rules need to know. `askedBy`: the account it is about, or the one behind the voice; never the clerk. */
export type DataRequest = {
  communityId: number;
  id: string;
  kind: RequestKind;
  voiceId: string | null;
  personId: string | null;
  askedBy: string | null;
  dueAt: Date;
  outcome: Outcome | null;
};
