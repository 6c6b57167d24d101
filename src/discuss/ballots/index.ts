// Votes with the rule that was fixed when they opened, secret paper ballots with two tellers, and the resolutions that come of
// them. Only this file is imported from outside.

export { answerObjection, answerObjectionInput, type AnswerObjection } from './answer-objection.ts';
export { answerRollCall, answerRollCallInput, type AnswerRollCall } from './answer-roll-call.ts';
export { type BallotBox, type BoxCount } from './ballot-box.ts';
export { closeVote } from './close-vote.ts';
export { countBallots, countBallotsInput, type CountBallots, type CountState } from './count-ballots.ts';
export { type AdvisoryReason } from './effect-of-vote.ts';
export { enterHands, enterHandsInput, type EnterHands } from './enter-hands.ts';
export { enterRanking, enterRankingInput, type EnterRanking } from './enter-rankings.ts';
export { type Explained, type Reasoning } from './explain-vote.ts';
export { sayReasoning } from './say-reasoning.ts';
export { findBallotDesk, type BallotDesk, type DeskVote } from './find-ballot-desk.ts';
export { findOwedResolutions, findResolution, findResolutions, findResolutionsOf, type ResolutionPage } from './find-resolutions.ts';
export { findVotes, type LatePaper, type VoteResult, type VoteShown } from './find-votes.ts';
export { type Resolution, type ResolutionRef } from './load-resolution.ts';
export { type Vote, type VoteRef } from './load-vote.ts';
export { noteLatePaper, noteLatePaperInput, type NoteLatePaper } from './note-late-paper.ts';
export { objectInput, objectToResolution, type ObjectTo } from './object-to-resolution.ts';
export { openBox } from './open-box.ts';
export { openVote, openVoteInput, type OpenVote } from './open-vote.ts';
export { ownersMatters, type PassingRule } from './passing-rule.ts';
export { disclosedDays, objectionOutcomes, type ResolutionState, type ResolutionStep } from './resolution.ts';
export { ruleLatePaper, ruleLatePaperInput, type RuleLatePaper } from './rule-late-paper.ts';
export { stepResolution, stepResolutionInput, type StepResolution } from './step-resolution.ts';
export { answers, rights, voteWays, type Answer, type Outcome, type VoteStage, type VoteWay } from './vote.ts';
export { voidVote } from './void-vote.ts';
export { handSteps, isOwed, whyNotAnswer, whyNotObject, whyNotStep, type HandStep } from './why-not-resolution.ts';
