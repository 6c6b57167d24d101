// A liaison officer is a neighbour who listens next door and brings what was said to the office [method.md 3.9]: called,
// nominated, heard by residents, appointed by letter, and later handed over or ended.

export const ways = ['page', 'phone', 'desk', 'paper'] as const;
export type Way = (typeof ways)[number];
export const topics = ['listening', 'privacy', 'writing_down', 'safety', 'neighbours_in_need'] as const;
export type Topic = (typeof topics)[number];
export const endReasons = ['term', 'wish', 'moved', 'asked_to_rest', 'office'] as const;
export type EndReason = (typeof endReasons)[number];
export const objectionOutcomes = ['upheld', 'not_upheld'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** Days for which the list of those nominated hangs out before anybody is appointed [practice]. */
export const listedDays = 5;

/** What the rules need to know of a call. `until`: the end of the last day of its list. */
export type Call = { communityId: number; id: string; opensOn: string; closesOn: string; listedUntil: Date | null };

/** And of somebody nominated. `open`: objections not answered yet; `upheld`: one was found right. */
export type Nomination = {
  communityId: number;
  id: string;
  callId: string;
  personId: string;
  placeId: string;
  agreed: boolean;
  declined: boolean;
  listedUntil: Date | null;
  openObjections: number;
  upheld: boolean;
  appointed: boolean;
};
