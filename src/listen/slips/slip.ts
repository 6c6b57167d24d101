// A slip of paper thrown into a comment box. It was said on the day the box was opened, by two people who counted what was
// in it; each slip of that count becomes a voice or is put on record as unreadable.

export const slipOutcomes = ['voice', 'unreadable'] as const;
export type SlipOutcome = (typeof slipOutcomes)[number];

/** What the rules need to know of an opening. `entered`: how many of the `counted` slips are accounted for. */
export type BoxOpening = {
  communityId: number;
  id: string;
  boxId: string;
  boxName: string;
  placeId: string | null;
  openedAt: Date;
  counted: number;
  openedBy: string;
  openedWith: string;
  entered: number;
};

/** The number printed on a slip: `000123`. */
export function formatSerial(serial: number): string {
  return String(serial).padStart(6, '0');
}

/** Reads it as people type it; null when it is none. */
export function parseSerial(text: string): number | null {
  const digits = text.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '');
  return /^\d{1,9}$/.test(digits) && Number(digits) > 0 ? Number(digits) : null;
}
