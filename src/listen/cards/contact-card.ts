// A contact card [method.md M47]: whom to call, on one sheet at the door of every household. It carries officers' data,
// never a resident's.

export const acknowledgeWays = ['signed', 'spoken', 'phone'] as const;
export type AcknowledgeWay = (typeof acknowledgeWays)[number];
export type CardStage = 'printed' | 'handed_over' | 'acknowledged' | 'reissued' | 'returned';

/** Months after which a card is printed anew. */
export const cardMonths = 12;

export type CardRow = {
  id: string;
  number: string;
  building: string;
  household: string | null;
  stage: CardStage;
  printedAt: Date;
  /** Older than a year, or printed before another officer came: time for a new one. */
  renew: boolean;
};
