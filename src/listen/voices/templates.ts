// What a resident is told of a voice, and which steps are worth a call, a visit or a letter from a busy office.

/** `duty`: those who asked for a call, visit or letter get one; the other steps they find on the page or are told then. */
export const templates = {
  received: { duty: false },
  extended: { duty: true },
  waiting: { duty: false },
  scheduled: { duty: true },
  referral_asked: { duty: false },
  referred_out: { duty: true },
  merged: { duty: true },
  split: { duty: false },
  escalated: { duty: false },
  answered: { duty: true },
  reopened: { duty: false },
  confirmed: { duty: false },
  documented: { duty: true },
  withdrawn: { duty: false },
} as const satisfies Record<string, { duty: boolean }>;
export type Template = keyof typeof templates;

export function isTemplate(text: string): text is Template {
  return Object.hasOwn(templates, text);
}
