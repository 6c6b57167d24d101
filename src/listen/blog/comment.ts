// A comment beneath a post: a resident's under a signature of their own, or an answer of the office under its name.

export const commentStages = ['waiting', 'shown', 'hidden', 'withdrawn'] as const;
export type CommentStage = (typeof commentStages)[number];
export type Sealed = 'none' | 'named' | 'street';
export const decisions = ['shown', 'hidden'] as const;
export const appealOutcomes = ['kept', 'reversed'] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** Working days until somebody has looked at a comment or a report, and until somebody else has decided an appeal. */
export const blogDays = { look: 1, appeal: 5 } as const;

/** What the rules of a comment need to know. `decidedBy`: of the newest decision; `reported`: since then. */
export type Comment = {
  communityId: number;
  id: string;
  postId: string;
  authorId: string;
  byOffice: boolean;
  stage: CommentStage;
  sealed: Sealed;
  version: number;
  writtenAt: Date;
  dueAt: Date | null;
  erased: boolean;
  namedIds: string[];
  decisionId: string | null;
  decision: 'shown' | 'hidden' | null;
  decidedBy: string | null;
  appealId: string | null;
  appealDueAt: Date | null;
  appealOutcome: AppealOutcome | null;
  reported: boolean;
  voiceId: string | null;
};
