// A vote on one item of the agenda: the words voted on, the rule that was fixed when it opened, and how it is counted.

export const voteWays = ['show_of_hands', 'roll_call', 'preference_poll', 'secret_paper'] as const;
export type VoteWay = (typeof voteWays)[number];
export const voteStages = ['open', 'closed', 'counted', 'void'] as const;
export type VoteStage = (typeof voteStages)[number];
export const effects = ['binding', 'advisory'] as const;
export type Effect = (typeof effects)[number];
export const answers = ['yes', 'no', 'abstain'] as const;
export type Answer = (typeof answers)[number];
/** Rights a resolution may touch: then it waits for a look by a lawyer (D9). */
export const rights = ['personal', 'property', 'democratic'] as const;
export type Right = (typeof rights)[number];
export const outcomes = ['passed', 'failed', 'tie', 'inquorate', 'ranked'] as const;
export type Outcome = (typeof outcomes)[number];

/** A secret ballot of fewer papers publishes its outcome and their number, never the split (D4). */
export const leastPublished = 10;
