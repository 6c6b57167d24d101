// Visits to households: whom to visit, what is written down, and what the household may do about it. Only this file is
// imported from outside.

export { callVisit, callVisitInput, type CallVisit } from './call-visit.ts';
export { closeVisit } from './close-visit.ts';
export { correctVisit, correctVisitInput, type CorrectVisit } from './correct-visit.ts';
export { endNote } from './end-note.ts';
export { eraseVisit, type EraseVisit } from './erase-visit.ts';
export { findFieldList, type FieldList, type FieldStop } from './find-field-list.ts';
export { findHomes } from './find-homes.ts';
export { findHousehold, type HouseholdPage, type NoteFacts, type PastVisit } from './find-household.ts';
export { findOwnVisits, type OwnHousehold, type OwnVisit, type OwnVisits, type VisitLook } from './find-own-visits.ts';
export { findVisit, type StepTaken, type VisitPage } from './find-visit.ts';
export { findVisitFigures, type VisitFigures } from './find-visit-figures.ts';
export { findVisitPlan, type PlannedHousehold, type VisitPlan } from './find-visit-plan.ts';
export { findVisits, type VisitRow } from './find-visits.ts';
export type { Visitor } from './find-visitors.ts';
export { noticeVisit, noticeVisitInput, type NoticeVisit } from './notice-visit.ts';
export { planVisit, planVisitInput, type PlanVisit } from './plan-visit.ts';
export { raiseVisitVoice, raiseVisitVoiceInput, type RaiseVisitVoice } from './raise-visit-voice.ts';
export { readBackVisit, readBackVisitInput, type ReadBackVisit } from './read-back-visit.ts';
export { readNote } from './read-note.ts';
export { recordVisit, type RecordedVisit } from './record-visit.ts';
export { recordVisitInput, type RecordVisit } from './record-visit-input.ts';
export { contactWays, presences, purposes, readBackWays, results, rhythms } from './visit.ts';
export type { ContactWay, Presence, Result, Rhythm, VisitPurpose, VisitRef, VisitStage, VisitStep } from './visit.ts';
export { plansVisits, worksOnVisits } from './visit-access.ts';
export type { DueReason } from './visit-rhythm.ts';
export { wishVisits, wishVisitsInput, type WishVisits } from './wish-visits.ts';
export { withdrawNote } from './withdraw-note.ts';
export { writeNote, writeNoteInput, type WriteNote } from './write-note.ts';
