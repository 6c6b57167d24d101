// A resolution: what a body decided, word for word. Its text never changes; how it goes on stands in steps beside it.

export const resolutionSteps = ['blocked', 'cleared', 'published', 'filed', 'corrected', 'annulled', 'no_action', 'reported'] as const;
export type ResolutionStep = (typeof resolutionSteps)[number];
/** Where it stands, derived from its steps: never stored. */
export const resolutionStates = ['blocked', 'adopted', 'published', 'annulled'] as const;
export type ResolutionState = (typeof resolutionStates)[number];
export const objectionOutcomes = ['upheld', 'corrected', 'annulled'] as const;
export type ObjectionOutcome = (typeof objectionOutcomes)[number];

/** Disclosed for at least so many days [law RC 34], and kept for ever. */
export const disclosedDays = 15;
