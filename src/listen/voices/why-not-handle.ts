import { addWorkingDays, redWorkingDays, shanghaiDay } from '#foundation/calendar/index.ts';
import { hasRole, type Viewer } from '#community/people/index.ts';
import { isOpen, type Voice } from './voice.ts';
import { declineUntil, deadlines } from './voice-clock.ts';
import { firstOf, handles, isAccused, leads, owns, whyNotFromStage, type Moment, type Why } from './why-not.ts';

// The rules for the office: from taking note to answering.

/** Writing down for somebody else what they said: whoever serves here and is spoken to by neighbours. */
export function whyNotEnter(viewer: Viewer, communityId: number): Why {
  if (viewer.kind === 'system') return null;
  const hears = hasRole(
    viewer,
    communityId,
    'community_worker',
    'community_secretary',
    'liaison_officer',
    'building_chief',
    'supervisory_member',
    'street_supervisor',
  );
  return hears ? null : 'voice.only-staff-enter';
}

export function whyNotAcknowledge(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'acknowledge'));
}

export function whyNotTriage(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'triage'));
}

/** Taking back that somebody was complained about is for the leadership: the wall is easy to build and hard to take down. */
export function whyNotUnname(voice: Voice, viewer: Viewer): Why {
  return whyNotLeader(voice, viewer);
}

export function whyNotAssign(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'assign'));
}

/**
 * Who may become the person answerable: never somebody named in the voice, never the one who spoke, and after a
 * reopening never the owner who was answerable before. `roles`: what the candidate serves as here at this moment.
 */
export function whyNotOwner(voice: Voice, candidate: { personId: string; roles: readonly string[] }): Why {
  if (!candidate.roles.some((role) => owningRoles(voice).includes(role))) return 'voice.owner-does-not-serve-here';
  if (voice.accusedIds.includes(candidate.personId)) return 'voice.owner-does-not-serve-here';
  if (voice.reporterPersonId === candidate.personId) return 'voice.owner-is-speaker';
  if (voice.lastOwnerId === candidate.personId) return 'voice.needs-another-owner';
  return voice.stage === 'assigned' && voice.ownerId === candidate.personId ? 'voice.already-theirs' : null;
}

/** A wider circle for everyday matters, a narrow one where somebody is complained about. */
function owningRoles(voice: Voice): string[] {
  if (voice.sealed === 'street') return ['street_supervisor'];
  const office = ['community_worker', 'community_secretary', ...(voice.level === 'street' ? ['street_supervisor'] : [])];
  return voice.sealed === 'named' ? office : [...office, 'property_manager', 'liaison_officer', 'building_chief'];
}

export function whyNotAccept(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotAsOwner(voice, viewer), whyNotFromStage(voice, 'accept'));
}

/** Only "not my power", and only within two working days of being asked. */
export function whyNotDecline(voice: Voice, viewer: Viewer, { now, calendar }: Moment): Why {
  const until = declineUntil(calendar, voice);
  const late = until !== null && now > until;
  return firstOf(whyNotAsOwner(voice, viewer), whyNotFromStage(voice, 'decline'), late ? 'voice.too-late-to-decline' : null);
}

export function whyNotAnswer(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotAsOwner(voice, viewer), whyNotFromStage(voice, 'answer'));
}

/** Waiting for somebody outside moves no date (V7). */
export function whyNotWait(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotAsOwner(voice, viewer), whyNotFromStage(voice, 'wait'));
}

/** A group of residents takes the matter on; nothing where somebody is complained about leaves the office. */
export function whyNotDelegate(voice: Voice, viewer: Viewer): Why {
  const may = owns(voice, viewer) && !isAccused(voice, viewer) ? null : whyNotHandler(voice, viewer);
  const underWay = voice.stage === 'in_progress' ? null : 'voice.not-under-way';
  return firstOf(may, underWay, voice.sealed === 'none' ? null : 'voice.names-somebody');
}

export function whyNotSchedule(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotLeader(voice, viewer), whyNotFromStage(voice, 'schedule'));
}

export function whyNotResume(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotAsOwner(voice, viewer), whyNotFromStage(voice, 'resume'));
}

/** Once, before the date, by the secretary. */
export function whyNotExtend(voice: Voice, viewer: Viewer, { now }: Moment): Why {
  return firstOf(
    whyNotLeader(voice, viewer),
    whyNotFromStage(voice, 'extend'),
    voice.extended ? 'voice.already-extended' : null,
    now > voice.dueAt ? 'voice.too-late-to-extend' : null,
  );
}

/** The new date: later than the old one and at most ten working days later. */
export function whyNotNewDate(voice: Voice, dueAt: Date, { calendar }: Moment): Why {
  if (dueAt <= voice.dueAt) return 'voice.date-not-later';
  return dueAt > addWorkingDays(calendar, voice.dueAt, deadlines.extension) ? 'voice.date-too-far' : null;
}

export function whyNotRefer(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'refer'), voice.referralAsked ? 'voice.referral-pending' : null);
}

/** No transfer without a receiver: the outside body has accepted in writing. */
export function whyNotConfirmReferral(voice: Voice, viewer: Viewer): Why {
  return firstOf(
    whyNotHandler(voice, viewer),
    whyNotFromStage(voice, 'confirm_referral'),
    voice.referralAsked ? null : 'voice.no-referral-asked',
  );
}

export function whyNotMerge(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'merge'), voice.sealed === 'none' ? null : 'voice.names-somebody');
}

export function whyNotSplit(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), whyNotFromStage(voice, 'split'));
}

/** Too hard for the community: up to the street, with a date. */
export function whyNotEscalate(voice: Voice, viewer: Viewer): Why {
  const may = owns(voice, viewer) && !isAccused(voice, viewer) ? null : whyNotHandler(voice, viewer);
  return firstOf(may, whyNotFromStage(voice, 'escalate'), voice.level === 'street' ? 'voice.already-at-street' : null);
}

/** A day somebody is promised lies ahead. */
export function whyNotDay(day: string, { now }: Moment): Why {
  return day > shanghaiDay(now) ? null : 'voice.day-not-ahead';
}

/** A day on which work is to be done is a working day, too. */
export function whyNotWorkingDay(day: string, moment: Moment): Why {
  return firstOf(whyNotDay(day, moment), moment.calendar.isWorkingDay(day) ? null : 'voice.not-a-working-day');
}

/** Into an open voice of everyday matters that the viewer may see; a chain of merges would lose people. */
export function whyNotMergeInto(voice: Voice, target: Voice): Why {
  if (target.id === voice.id) return 'voice.merge-into-itself';
  if (voice.children > 0) return 'voice.leads-others';
  if (target.sealed !== 'none') return 'voice.names-somebody';
  return isOpen(target) ? null : 'voice.target-not-open';
}

/** Three working days red at the community, and the street takes over without anybody asking. */
export function whyNotEscalateOverdue(voice: Voice, { now, calendar }: Moment): Why {
  if (voice.level === 'street') return 'voice.already-at-street';
  const red = redWorkingDays(calendar, voice.dueAt, now) >= deadlines.redBeforeEscalation;
  return firstOf(whyNotFromStage(voice, 'escalate'), red ? null : 'voice.not-overdue-enough');
}

/** Only words cleared by a person, only with the speaker's leave, never where somebody is complained about. */
export function whyNotPublish(voice: Voice, viewer: Viewer): Why {
  return firstOf(
    whyNotHandler(voice, viewer),
    voice.sealed === 'none' ? null : 'voice.names-somebody',
    voice.mayPublish ? null : 'voice.no-leave-to-publish',
    voice.stage === 'received' || voice.stage === 'withdrawn' ? 'voice.not-from-here-publish' : null,
    voice.published ? 'voice.already-published' : null,
  );
}

export function whyNotTakeDown(voice: Voice, viewer: Viewer): Why {
  return firstOf(whyNotHandler(voice, viewer), voice.published ? null : 'voice.not-published');
}

export function whyNotNote(voice: Voice, viewer: Viewer): Why {
  return owns(voice, viewer) && !isAccused(voice, viewer) ? null : whyNotHandler(voice, viewer);
}

function whyNotHandler(voice: Voice, viewer: Viewer): Why {
  if (viewer.kind === 'system') return null;
  return handles(voice, viewer) ? null : 'voice.not-yours-to-handle';
}

function whyNotLeader(voice: Voice, viewer: Viewer): Why {
  if (leads(voice, viewer)) return null;
  return voice.level === 'street' || voice.sealed === 'street' ? 'voice.only-street' : 'voice.only-secretary';
}

function whyNotAsOwner(voice: Voice, viewer: Viewer): Why {
  return owns(voice, viewer) && !isAccused(voice, viewer) ? null : 'voice.only-owner';
}
