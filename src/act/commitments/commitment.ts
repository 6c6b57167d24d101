// A commitment is a promise with a text one can check, somebody who answers for it, and a date. Residents say whether it was kept.

export const commitmentStages = [
  'draft',
  'accepted',
  'published',
  'in_progress',
  'claimed_done',
  'kept',
  'partly_kept',
  'not_kept',
  'withdrawn_draft',
] as const;
export type CommitmentStage = (typeof commitmentStages)[number];
export const verdicts = ['kept', 'partly_kept', 'not_kept'] as const;
export type Verdict = (typeof verdicts)[number];
export const sources = ['resolution', 'voice', 'joint_meeting', 'pledge', 'works_list', 'delegation'] as const;
export type Source = (typeof sources)[number];
export const saidAs = ['originator', 'affected', 'supervisory_committee'] as const;
export type SaidAs = (typeof saidAs)[number];
export const verdictWays = ['phone', 'paper', 'visit'] as const;
export type VerdictWay = 'page' | (typeof verdictWays)[number];

/** So many of those affected have to say the same (C2). */
export const affectedNeeded = 3;

/** How a promise stands on the promise clock. Overdue is derived, never stored. */
export const standings = ['running', 'overdue', 'kept', 'partly_kept', 'not_kept'] as const;
export type Standing = (typeof standings)[number];

/** `text` and `firstDueOn` as first promised; `dueOn` as it holds after amendments. Days are YYYY-MM-DD. */
export type Commitment = {
  communityId: number;
  id: string;
  number: string;
  stage: CommitmentStage;
  text: string;
  organizationId: string | null;
  ownerId: string | null;
  source: Source;
  resolutionId: string | null;
  voiceId: string | null;
  listYear: number | null;
  promisedOn: string;
  firstDueOn: string;
  dueOn: string;
  round: number;
  draftedBy: string;
  draftedAt: Date;
  publishedAt: Date | null;
  claimedAt: Date | null;
  endedAt: Date | null;
};

export function isVerdict(stage: string): stage is Verdict {
  return verdicts.some((verdict) => verdict === stage);
}

/** Made public and not judged yet. */
export function isRunning({ stage }: Pick<Commitment, 'stage'>): boolean {
  return stage === 'published' || stage === 'in_progress' || stage === 'claimed_done';
}

/** How it stands on the day `today`; null before it is public. */
export function standingOf(one: Pick<Commitment, 'stage' | 'dueOn'>, today: string): Standing | null {
  if (isVerdict(one.stage)) return one.stage;
  if (!isRunning(one)) return null;
  return one.stage !== 'claimed_done' && one.dueOn < today ? 'overdue' : 'running';
}
