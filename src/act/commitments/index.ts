// Commitments: promises with a text one can check, an owner and a date, and the residents' word on them. Only this file is
// imported from outside the room.

export { acceptCommitment, acceptCommitmentInput, type AcceptCommitment } from './accept-commitment.ts';
export { amendCommitment, amendCommitmentInput, type AmendCommitment } from './amend-commitment.ts';
export { claimDone, claimDoneInput, type ClaimDone } from './claim-done.ts';
export { worksOnCommitments } from './commitment-access.ts';
export { findCommitmentPhoto, takeDownCommitmentPhoto } from './commitment-photos.ts';
export { standings, verdicts, verdictWays } from './commitment.ts';
export type { Commitment, CommitmentStage, SaidAs, Source, Standing, Verdict, VerdictWay } from './commitment.ts';
export { draftCommitment, draftCommitmentInput, type DraftCommitment, type Drafted } from './draft-commitment.ts';
export { enterVerdict, enterVerdictInput, type EnterVerdict } from './enter-verdict.ts';
export { explainMissed, explainMissedInput, type ExplainMissed } from './explain-missed.ts';
export { findClock, keptShare, onTimeShare } from './find-clock.ts';
export type { BodyClock, ClockFigures, Period, PromiseClock } from './find-clock.ts';
export { findCommitment, type CommitmentPage, type SpokenVerdict } from './find-commitment.ts';
export { deskLists, findCommitments, findCommitmentsFrom, findDeskCommitments, seesDesk } from './find-commitments.ts';
export type { CommitmentRow, DeskList } from './find-commitments.ts';
export { type HistoryItem } from './find-history.ts';
export { followCommitment, unfollowCommitment } from './follow-commitment.ts';
export { type CommitmentRef } from './load-commitment.ts';
export { nextDeeds } from './next-deeds.ts';
export { noteProgress, noteProgressInput, type NoteProgress } from './note-progress.ts';
export { passOnCommitments } from './pass-on-commitments.ts';
export { promiseLater, promiseLaterInput, type PromiseLater } from './promise-later.ts';
export { publishCommitment } from './publish-commitment.ts';
export { sayVerdict, sayVerdictInput, type SayVerdict } from './say-verdict.ts';
export { withdrawDraft, withdrawDraftInput, type WithdrawDraft } from './withdraw-draft.ts';
