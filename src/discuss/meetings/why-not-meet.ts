import { shanghaiDay, shiftDay } from '#foundation/calendar/index.ts';
import type { Viewer } from '#community/people/index.ts';
import { mayCall, worksOnMeetings } from './meeting-access.ts';
import type { MeetingKind } from './meeting-kind.ts';
import { minutesApprovals, type Meeting, type MeetingStage } from './meeting.ts';
import type { RollCount } from './count-roll.ts';
import type { Unfinished } from './find-unfinished.ts';

// The rules of a meeting. Null: nothing stands against it; otherwise a refusal code.

type Staged = Pick<Meeting, 'communityId' | 'stage' | 'startsAt'>;

export function whyNotPlan(viewer: Viewer, communityId: number, kind: MeetingKind, moduleOn: boolean): string | null {
  if (!mayCall(viewer, communityId, kind)) return 'meeting.not-yours-to-call';
  return kind.rules.module !== null && !moduleOn ? 'meeting.module-off' : null;
}

/** Before the notice everything may still change. */
export function whyNotEdit(one: Staged, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  return one.stage === 'planned' ? null : 'meeting.agenda-frozen';
}

/** D8: the agenda is frozen at notice; what comes later may be talked about, not voted on. */
export function whyNotAddItem(one: Staged, viewer: Viewer, toVote: boolean): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage === 'planned') return null;
  if (one.stage !== 'called' && one.stage !== 'open') return 'meeting.over';
  return toVote ? 'meeting.agenda-frozen' : null;
}

/** The last day on which the notice may go out in time. */
export function lastNoticeDay(one: Pick<Meeting, 'startsAt'>, { rules }: MeetingKind): string {
  return shiftDay(shanghaiDay(one.startsAt), -rules.notice_days);
}

type Notice = { kind: MeetingKind; items: number; now: Date; urgentReason: string | null };

export function whyNotIssue(one: Staged, viewer: Viewer, { kind, items, now, urgentReason }: Notice): string | null {
  if (!mayCall(viewer, one.communityId, kind)) return 'meeting.not-yours-to-call';
  if (one.stage !== 'planned') return 'meeting.called-already';
  if (items === 0) return 'meeting.no-agenda';
  if (one.startsAt <= now) return 'meeting.in-the-past';
  if (shanghaiDay(now) <= lastNoticeDay(one, kind)) return null;
  if (kind.rules.short_notice === 'never') return 'meeting.notice-too-short';
  return urgentReason === null ? 'meeting.urgent-reason-needed' : null;
}

const beforeTheEnd: MeetingStage[] = ['planned', 'called', 'open'];

export function whyNotMakeRoll(one: Staged, viewer: Viewer, made: boolean): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (!beforeTheEnd.includes(one.stage)) return 'meeting.over';
  return made ? 'meeting.roll-made' : null;
}

/** Excuses, proxies and paper are written down from the notice on; who comes, until the meeting closes. */
export function whyNotMark(one: Staged, viewer: Viewer, made: boolean): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage === 'planned') return 'meeting.not-called';
  if (one.stage !== 'called' && one.stage !== 'open') return 'meeting.over';
  return made ? null : 'meeting.no-roll';
}

type Roll = { kind: MeetingKind; count: RollCount; now: Date };

/** Nothing is decided without a quorum proven by the roll (D1). */
export function whyNotOpen(one: Staged, viewer: Viewer, { kind, count, now }: Roll): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage === 'planned') return 'meeting.not-called';
  if (one.stage !== 'called') return one.stage === 'open' ? 'meeting.open-already' : 'meeting.over';
  if (shanghaiDay(now) < shanghaiDay(one.startsAt)) return 'meeting.not-the-day';
  if (kind.rules.quorum !== null && count.eligible === 0) return 'meeting.no-roll';
  if (count.requiredMissing > 0) return 'meeting.party-missing';
  return count.missing > 0 ? 'meeting.inquorate' : null;
}

/** Too few came: only said on the day, and only if it is so. */
export function whyNotDeclareInquorate(one: Staged, viewer: Viewer, { count, now }: Omit<Roll, 'kind'>): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage !== 'called') return one.stage === 'planned' ? 'meeting.not-called' : 'meeting.over';
  if (now < one.startsAt) return 'meeting.not-begun';
  if (count.eligible === 0 && count.quorum !== null) return 'meeting.no-roll';
  return count.missing === 0 && count.requiredMissing === 0 ? 'meeting.quorate' : null;
}

/** Nobody goes home while a vote runs. */
export function whyNotEnd(one: Staged, viewer: Viewer, { running }: Pick<Unfinished, 'running'>): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage !== 'open') return 'meeting.not-open';
  return running > 0 ? 'ballot.votes-running' : null;
}

/** Called off with a reason; what has begun is adjourned instead. */
export function whyNotCancel(one: Staged, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  return one.stage === 'planned' || one.stage === 'called' ? null : 'meeting.over';
}

export function whyNotCallAgain(one: Staged, viewer: Viewer, kind: MeetingKind, calledAgain: boolean): string | null {
  if (!mayCall(viewer, one.communityId, kind)) return 'meeting.not-yours-to-call';
  if (one.stage !== 'inquorate' && one.stage !== 'adjourned') return 'meeting.not-inquorate';
  return calledAgain ? 'meeting.called-again' : null;
}

/** Somebody checks in by the code that is shown in the room. */
export function whyNotCheckIn(one: Staged, viewer: Viewer, now: Date): string | null {
  if (!viewer.personId) return 'sign-in.needed';
  if (one.stage !== 'called' && one.stage !== 'open') return one.stage === 'planned' ? 'meeting.not-called' : 'meeting.over';
  return shanghaiDay(now) === shanghaiDay(one.startsAt) ? null : 'meeting.not-the-day';
}

const afterwards: MeetingStage[] = ['closed', 'inquorate', 'adjourned'];

export function whyNotWriteMinutes(one: Staged, viewer: Viewer): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (one.stage === 'minuted') return 'meeting.minuted';
  return afterwards.includes(one.stage) ? null : 'meeting.not-closed';
}

type Minutes = { id: string; writtenBy: string; approvals: number } | null;

/** D12: whoever wrote them doesn't approve them. `attended`: by the roll, or in the chair. */
export function whyNotApprove(one: Staged, minutes: Minutes, { personId, attended }: { personId: string | null; attended: boolean }) {
  if (minutes === null) return 'meeting.no-minutes';
  if (one.stage === 'minuted') return 'meeting.minuted';
  if (personId !== null && minutes.writtenBy === personId) return 'meeting.own-minutes';
  return attended ? null : 'meeting.did-not-attend';
}

/** D10: they say what comes of each resolution, so nothing may be owed any more. */
export function whyNotPublishMinutes(one: Staged, viewer: Viewer, minutes: Minutes, { uncounted, owed }: Unfinished): string | null {
  const write = whyNotWriteMinutes(one, viewer);
  if (write) return write;
  if (minutes === null) return 'meeting.no-minutes';
  if (minutes.approvals < minutesApprovals) return 'meeting.minutes-not-approved';
  if (uncounted > 0) return 'ballot.not-counted';
  return owed > 0 ? 'resolution.owed' : null;
}

/** Only where a written answer is owed: in a hearing. */
export function whyNotNoteQuestion(one: Staged, viewer: Viewer, rules: MeetingKind['rules']): string | null {
  if (!worksOnMeetings(viewer, one.communityId)) return 'meeting.not-yours';
  if (rules.answers_days === null) return 'meeting.no-questions-here';
  return one.stage === 'open' || one.stage === 'closed' ? null : 'meeting.not-open';
}

export function whyNotAnswerQuestion(one: Staged, viewer: Viewer): string | null {
  return worksOnMeetings(viewer, one.communityId) ? null : 'meeting.not-yours';
}
