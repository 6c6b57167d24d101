// A meeting: people come together under rules that were known before, and a roll proves who was there (method.md 3.2).

export const meetingStages = ['planned', 'called', 'open', 'inquorate', 'adjourned', 'closed', 'minuted', 'cancelled'] as const;
export type MeetingStage = (typeof meetingStages)[number];
/** What counts as one; never mixed within a meeting (D5). */
export const bases = ['persons', 'households', 'members', 'seats', 'parties', 'sides', 'none'] as const;
export type Basis = (typeof bases)[number];
export const purposes = ['inform', 'discuss', 'decide', 'advise', 'mediate', 'rate'] as const;
export type Purpose = (typeof purposes)[number];
/** `proxy`: another unit of the roll came for it; `paper`: its paper ballot came in time; `recused`: has an interest of its own. */
export const standings = ['present', 'proxy', 'paper', 'excused', 'absent', 'recused'] as const;
export type Standing = (typeof standings)[number];
export const markWays = ['desk', 'code', 'paper_roll', 'proxy', 'paper_ballot'] as const;
export type MarkWay = (typeof markWays)[number];
export const rollParts = ['household', 'resident', 'representative', 'committee', 'chief', 'party', 'seat', 'side', 'guest'] as const;
export type RollPart = (typeof rollParts)[number];

/** `number`: `2026-12`, as it is read aloud and stands in addresses. `registered`: adults by the voters' register. */
export type Meeting = {
  communityId: number;
  id: string;
  number: string;
  kind: string;
  stage: MeetingStage;
  title: string;
  placeWords: string;
  startsAt: Date;
  endsAt: Date;
  basis: Basis;
  organizationId: string | null;
  buildingId: string | null;
  secondCallOf: string | null;
  trackId: string | null;
  trackStep: number | null;
  demandId: string | null;
  convenedBy: string;
  chairId: string | null;
  recorderId: string | null;
  urgentReason: string | null;
  registered: number | null;
  checkInCode: string;
};

/** One proxy holder speaks for at most so many others [law RC 19, taken over for meetings]. */
export const mostProxies = 3;
/** So many who were there approve the minutes, the writer not among them (D12). */
export const minutesApprovals = 2;
