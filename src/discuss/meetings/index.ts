// Meetings: their kinds as data, notice and agenda, the roll that proves the quorum, minutes. Only this file is imported from outside.

export { addAgendaItem, addAgendaItemInput, removeAgendaItem, type AddAgendaItem } from './add-agenda-item.ts';
export { findAgenda, findAgendaItem, isToVote, type AgendaItem } from './agenda.ts';
export { callAgain, callAgainInput, type CallAgain } from './call-again.ts';
export { checkIn, checkInInput, type CheckIn } from './check-in.ts';
export { countRoll, type RollCount } from './count-roll.ts';
export { findMeetingKind, findMeetingKinds } from './find-meeting-kinds.ts';
export { findOwnEntries, type OwnEntry } from './find-own-entries.ts';
export { adjournMeeting, cancelMeeting, closeMeeting, declareInquorate, openMeeting, reasonInput, type Reason } from './hold-meeting.ts';
export { issueNotice, issueNoticeInput, type IssueNotice } from './issue-notice.ts';
export { loadMeeting, reachMeeting, type MeetingRef } from './load-meeting.ts';
export { makeRoll, makeRollInput, type MakeRoll } from './make-roll.ts';
export { markRoll, markRollInput, type MarkRoll } from './mark-roll.ts';
export { worksOnMeetings } from './meeting-access.ts';
export { leastOf, type MeetingKind, type MeetingRules, type Share } from './meeting-kind.ts';
export { bases, markWays, meetingStages, purposes, standings } from './meeting.ts';
export type { Basis, MarkWay, Meeting, MeetingStage, Purpose, Standing } from './meeting.ts';
export { planMeeting, planMeetingInput, type PlanMeeting, type PlannedMeeting } from './plan-meeting.ts';
