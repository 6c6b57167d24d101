// Direct contact [method.md M49]: somebody who serves keeps in touch with a household, as long as the household wishes. Nobody
// is ranked, and no number of households stands anywhere.

export const ways = ['page', 'phone', 'desk', 'paper'] as const;
export type Way = (typeof ways)[number];
export const contactWays = ['visit', 'phone', 'met', 'message'] as const;
export type ContactWay = (typeof contactWays)[number];
export type EndCause = 'household' | 'holder' | 'handed_over' | 'office';

/** What the rules need of a link. `stage` follows from what happened to it. */
export type ContactLink = {
  communityId: number;
  id: string;
  householdId: string;
  holderId: string;
  stage: 'proposed' | 'active' | 'ended';
};
