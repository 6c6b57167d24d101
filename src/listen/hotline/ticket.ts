// A ticket is how the city's hotline calls one caller's matter. It has a number and dates of its own; ours stand beside them.

/** What a column of the hotline's file can mean. Needed are the number, and words or a title. */
export const givenFields = [
  'number',
  'words',
  'title',
  'receivedAt',
  'dispatchedAt',
  'dueAt',
  'closedAt',
  'kind',
  'address',
  'name',
  'phone',
] as const;
/** What goes back: into the columns the file has for it, otherwise into columns behind the others. */
export const answeredFields = ['ourNumber', 'signedAt', 'answer', 'answeredAt', 'handBack', 'handBackAt'] as const;
export const ticketFields = [...givenFields, ...answeredFields] as const;
export type GivenField = (typeof givenFields)[number];
export type AnsweredField = (typeof answeredFields)[number];
export type TicketField = (typeof ticketFields)[number];

/** Where each field stands in the file, counted from 0. */
export type TicketColumns = Partial<Record<TicketField, number>>;

export const handBackReasons = ['other_place', 'other_power', 'other_unit', 'place_unknown'] as const;
export type HandBackReason = (typeof handBackReasons)[number];
export const handBackOutcomes = ['accepted', 'refused'] as const;
export type HandBackOutcome = (typeof handBackOutcomes)[number];

/** What the rules need to know of a ticket. */
export type Ticket = {
  communityId: number;
  id: string;
  voiceId: string;
  number: string;
  handBackUntil: Date;
  signedAt: Date | null;
  handBack: { id: string; outcome: HandBackOutcome | null } | null;
};

/** A number as two offices would both write it (capitals may mean something); the apostrophe with which an export keeps it from being run is none of it. */
export function plainTicketNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^'(?=[=+\-@])/, '');
}
